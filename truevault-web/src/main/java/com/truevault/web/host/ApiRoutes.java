package com.truevault.web.host;

import com.truevault.TrueVault;
import com.truevault.web.admin.AgentAdminRoutes;
import com.truevault.web.admin.AuditAdminRoutes;
import com.truevault.web.admin.HealthAdminRoutes;
import com.truevault.web.admin.MailAdminRoutes;
import com.truevault.web.admin.OutboxAdminRoutes;
import com.truevault.web.admin.ServerAdminRoutes;
import com.truevault.web.admin.SessionAdminRoutes;
import com.truevault.web.admin.SettingAdminRoutes;
import com.truevault.web.admin.ThemeAdminRoutes;
import com.truevault.web.admin.UserAdminRoutes;
import com.truevault.web.admin.VipAdminRoutes;
import com.truevault.web.admin.money.BooksAdminRoutes;
import com.truevault.web.admin.money.SubscriptionAdminRoutes;
import com.truevault.web.admin.money.WebhookAdminRoutes;
import com.truevault.web.agent.AgentRoutes;
import com.truevault.web.billing.BillingRoutes;
import com.truevault.web.billing.PaymentRoutes;
import com.truevault.web.billing.PlanChangeRoutes;
import com.truevault.web.device.ActivityRoutes;
import com.truevault.web.device.ConfigRoutes;
import com.truevault.web.device.DeviceRoutes;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.me.MeRoutes;
import com.truevault.web.me.SecondFactorRoutes;
import com.truevault.web.server.ServerRoutes;
import com.truevault.web.server.StatusRoutes;
import com.truevault.web.session.SessionRoutes;
import com.truevault.web.theme.ThemeRoutes;
import com.truevault.web.user.UserRoutes;
import com.truevault.web.webhook.WebhookRoutes;
import java.time.InstantSource;
import java.util.List;

/** The whole API. */
final class ApiRoutes {
  private ApiRoutes() {}

  static List<Routes> all(TrueVault vault, SessionTokens tokens, InstantSource clock) {
    return List.of(
        new UserRoutes(vault),
        new SessionRoutes(vault, tokens),
        new MeRoutes(vault),
        new SecondFactorRoutes(vault),
        new BillingRoutes(vault),
        new PlanChangeRoutes(vault),
        new PaymentRoutes(vault),
        new ServerRoutes(vault),
        new StatusRoutes(vault),
        new DeviceRoutes(vault),
        new ConfigRoutes(vault),
        new ActivityRoutes(vault),
        new AgentRoutes(vault, clock),
        new UserAdminRoutes(vault),
        new SessionAdminRoutes(vault),
        new ServerAdminRoutes(vault),
        new AgentAdminRoutes(vault, clock),
        new HealthAdminRoutes(vault),
        new BooksAdminRoutes(vault),
        new SubscriptionAdminRoutes(vault),
        new WebhookAdminRoutes(vault),
        new VipAdminRoutes(vault),
        new SettingAdminRoutes(vault),
        new ThemeAdminRoutes(vault),
        new MailAdminRoutes(vault),
        new OutboxAdminRoutes(vault),
        new AuditAdminRoutes(vault),
        new WebhookRoutes(vault.webhookInbox()),
        new ThemeRoutes(vault));
  }
}
