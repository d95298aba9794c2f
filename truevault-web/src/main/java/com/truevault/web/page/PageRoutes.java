package com.truevault.web.page;

import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.page.admin.AgentPages;
import com.truevault.web.page.admin.AuditPages;
import com.truevault.web.page.admin.MailTemplatePages;
import com.truevault.web.page.admin.OutboxPages;
import com.truevault.web.page.admin.OverviewPages;
import com.truevault.web.page.admin.ServerHealthPages;
import com.truevault.web.page.admin.ServerPages;
import com.truevault.web.page.admin.SettingPages;
import com.truevault.web.page.admin.ThemePages;
import com.truevault.web.page.admin.UptimePages;
import com.truevault.web.page.admin.UserPages;
import com.truevault.web.page.admin.VipPages;
import com.truevault.web.page.customer.ApprovalPages;
import com.truevault.web.page.customer.ChangePages;
import com.truevault.web.page.customer.DashboardPages;
import com.truevault.web.page.customer.DevicePages;
import com.truevault.web.page.customer.EndPages;
import com.truevault.web.page.customer.InvoicePages;
import com.truevault.web.page.customer.PlanPages;
import com.truevault.web.page.customer.ProfilePages;
import com.truevault.web.page.customer.SecondFactorPages;
import com.truevault.web.page.customer.SessionPages;
import com.truevault.web.page.money.BookPages;
import com.truevault.web.page.money.ComparisonPages;
import com.truevault.web.page.money.FailedPages;
import com.truevault.web.page.money.MoneyPages;
import com.truevault.web.page.money.ReviewPages;
import com.truevault.web.page.money.SubscriptionActs;
import com.truevault.web.page.money.SubscriptionPages;
import com.truevault.web.page.money.WebhookPages;
import com.truevault.web.page.site.PasswordPages;
import com.truevault.web.page.site.SignInPages;
import com.truevault.web.page.site.SignUpPages;
import com.truevault.web.page.site.SitePages;
import java.time.InstantSource;
import java.util.List;

/** All pages, for the place where the host is put together. */
public final class PageRoutes {
  private PageRoutes() {}

  /** The pages of every host. */
  public static List<Routes> all(PageKit kit, SessionTokens tokens, InstantSource clock) {
    return List.of(
        new SitePages(kit),
        new SignUpPages(kit),
        new SignInPages(kit, tokens),
        new PasswordPages(kit),
        new DashboardPages(kit),
        new DevicePages(kit),
        new PlanPages(kit),
        new ApprovalPages(kit),
        new ChangePages(kit),
        new EndPages(kit),
        new InvoicePages(kit),
        new SessionPages(kit),
        new ProfilePages(kit),
        new SecondFactorPages(kit),
        new OverviewPages(kit, clock),
        new MoneyPages(kit),
        new FailedPages(kit),
        new SubscriptionPages(kit),
        new SubscriptionActs(kit),
        new ReviewPages(kit),
        new BookPages(kit),
        new ComparisonPages(kit),
        new WebhookPages(kit),
        new UserPages(kit),
        new ServerPages(kit),
        new AgentPages(kit),
        new ServerHealthPages(kit),
        new UptimePages(kit),
        new VipPages(kit),
        new SettingPages(kit),
        new ThemePages(kit),
        new MailTemplatePages(kit),
        new OutboxPages(kit),
        new AuditPages(kit));
  }
}
