package com.truevault.web.page.money;

import com.truevault.billing.BillingStatus;
import com.truevault.store.PageRequest;
import com.truevault.subscription.Revenue;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.web.page.money.MoneyPage.Alert;
import com.truevault.web.page.money.MoneyPage.State;
import com.truevault.web.page.money.MoneyPage.Tile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The administrator's first page about money. */
public final class MoneyPages implements Routes {
  private static final String LIST = "/admin/money/subscriptions?state=";

  private final PageKit kit;

  /** Shows the page with the given kit. */
  public MoneyPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get("/admin/money", this::show)
        .access(Access.ADMIN)
        .summary("Shows how the business earns");
  }

  private Response show(Request request) {
    return kit.show(request, Area.ADMIN, "money/overview", page());
  }

  private MoneyPage page() {
    Revenue revenue = kit.vault().money().revenue();
    var daily = revenue.daily();
    var course = revenue.course();
    LocalDate today = revenue.today();
    List<Tile> tiles =
        List.of(
            tile("today", Sums.since(today, daily), "", "/admin/money/books"),
            tile("week", Sums.since(today.minusDays(6), daily), "", "/admin/money/books"),
            tile("month", Sums.since(today.withDayOfMonth(1), daily), "", "/admin/money/books"),
            tile("mrr", Sums.text(course.monthly().values()), "", LIST + "active"),
            tile("churn", Words.percent(course.churnPercent()), lost(course), LIST + "ended"));
    return new MoneyPage(
        alerts(),
        tiles,
        daily.values().stream().map(IncomeChart::of).toList(),
        states(course),
        new Margins(kit).lines());
  }

  private Tile tile(String key, String value, String note, String href) {
    return new Tile("card", kit.t("money.tile." + key), value, note, href);
  }

  private String lost(Revenue.Course course) {
    return kit.t("money.lost", course.lost(), course.liveBefore(), course.opened());
  }

  private List<State> states(Revenue.Course course) {
    return Arrays.stream(BillingStatus.values())
        .map(
            status ->
                new State(
                    kit.t("money.state." + Words.key(status)),
                    Words.number(course.byStatus().getOrDefault(status, 0L)),
                    LIST + Words.key(status)))
        .toList();
  }

  private List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    PageRequest one = new PageRequest(0, PageRequest.MAX_LIMIT);
    add(alerts, "reviews", kit.vault().money().reviews().open().size(), "/admin/money/reviews");
    add(alerts, "jobs", kit.vault().money().stuckJobs().list().size(), "/admin/money/jobs");
    int failed = kit.vault().storage().payments().open(one).items().size();
    add(alerts, "failed", failed, "/admin/money/failed");
    return alerts;
  }

  private void add(List<Alert> alerts, String key, int count, String href) {
    if (count > 0) {
      String text = kit.t("money.alert." + key, count);
      alerts.add(new Alert(Tone.WARN, text, kit.t("money.alert.step"), href));
    }
  }
}
