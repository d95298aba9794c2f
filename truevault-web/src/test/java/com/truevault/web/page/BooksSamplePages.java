package com.truevault.web.page;

import com.truevault.subscription.Comparison;
import com.truevault.web.page.money.BooksPage;
import com.truevault.web.page.money.ComparisonsPage;
import com.truevault.web.page.money.FailedPage;
import com.truevault.web.page.money.IncomeChart;
import com.truevault.web.page.money.JobsPage;
import com.truevault.web.page.money.MoneyPage;
import com.truevault.web.page.money.PayPalPage;
import com.truevault.web.page.money.ReviewsPage;
import com.truevault.web.page.money.SubscriptionPage;
import com.truevault.web.page.money.SubscriptionsPage;
import com.truevault.web.page.money.WebhookPage;
import com.truevault.web.page.money.WebhooksPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The administrator's pages about money among the samples. */
final class BooksSamplePages {
  private static final Instant NOW = SamplePages.NOW;
  private final SamplePages pages;
  private final String typed;

  BooksSamplePages(SamplePages pages, String typed) {
    this.pages = pages;
    this.typed = typed;
  }

  void addTo(Map<String, SamplePages.Sample> to) {
    put(to, "", "overview", overview());
    put(to, "/failed", "failed", failed());
    put(
        to,
        "/subscriptions",
        "subscriptions",
        new SubscriptionsPage(
            "active", List.of("active", "ended"), List.of(line()), "/admin/money/subscriptions"));
    put(to, "/subscriptions/s1", "subscription", subscription());
    put(
        to,
        "/reviews",
        "reviews",
        new ReviewsPage(List.of(new ReviewsPage.Line("s1", "sale:S1", NOW, typed))));
    put(
        to,
        "/jobs",
        "jobs",
        new JobsPage(List.of(new JobsPage.Line("refund:1", "Refund", "s1", NOW, 7, typed))));
    put(
        to,
        "/books",
        "books",
        new BooksPage(
            List.of(
                new BooksPage.Ledger(
                    "USD", List.of(new BooksPage.Balance("Revenue", "", "$14.99")))),
            "2026-12-01",
            "2026-12-06"));
    put(
        to,
        "/comparisons",
        "comparisons",
        new ComparisonsPage(List.of(new Comparison(NOW, NOW, 120, 1, List.of(typed)))));
    put(to, "/webhooks", "webhooks", new WebhooksPage(typed, List.of(delivery()), "/admin/money"));
    put(
        to,
        "/webhooks/t1",
        "webhook",
        new WebhookPage(
            delivery(), "verified", 1, typed, Map.of("paypal-auth-algo", typed), typed));
    put(
        to,
        "/paypal",
        "paypal",
        new PayPalPage(
            true,
            false,
            typed,
            List.of(typed),
            true,
            List.of("disputes"),
            Form.of(Map.of("mode", "sandbox")).refused("clientId", typed)));
  }

  private MoneyPage overview() {
    return new MoneyPage(
        List.of(new MoneyPage.Alert(Tone.WARN, typed, "Look at them", "/admin/money/failed")),
        List.of(new MoneyPage.Tile("card", "Today", "$14.99", typed, "/admin/money/books")),
        List.of(
            new IncomeChart(
                "USD",
                List.of(
                    new IncomeChart.Bar("5 Dec", "$0.00", false, 0, 16, 0),
                    new IncomeChart.Bar("6 Dec", "$14.99", true, 20, 16, 116)),
                "$14.99")),
        List.of(new MoneyPage.State("Paid", "12", "/admin/money/subscriptions?state=active")),
        List.of(
            new MoneyPage.Margin(
                typed, "/admin/servers/toronto", "3", "$30.00", "$5.00", "$25.00", Tone.GOOD)));
  }

  private FailedPage failed() {
    return new FailedPage(
        List.of(
            new FailedPage.Line(
                "s1",
                "ann@example.com",
                "$14.99",
                typed,
                2,
                List.of(
                    new FailedPage.Step("Reminder", NOW, true),
                    new FailedPage.Step("Access ends", NOW, false)))),
        "/admin/money/failed?after=2");
  }

  private SubscriptionPage subscription() {
    return new SubscriptionPage(
        line(),
        "u1",
        List.of(new SubscriptionPage.Pair("Since", typed)),
        List.of(new SubscriptionPage.Event(NOW, "Payment", typed, "learned 3 h later")),
        List.of(
            new SubscriptionPage.PaymentLine(
                "S1", NOW, "$14.99", "$0.82", "$4.00", "paid", "10.99", List.of("INV-2026-001"))),
        List.of(new SubscriptionPage.ReviewLine("sale:S1", NOW, typed, true)),
        List.of(new SubscriptionPage.JobLine("Refund", NOW, "done", 1, typed)),
        Form.of(Map.of("kind", "grace", "days", "7")).refused("reason", typed));
  }

  private SubscriptionsPage.Line line() {
    return new SubscriptionsPage.Line(
        "s1", typed, "Family", "$14.99", new Badge(Tone.GOOD, "Paid"), NOW, true);
  }

  private WebhooksPage.Line delivery() {
    return new WebhooksPage.Line("t1", typed, "WH-1", NOW, new Badge(Tone.GOOD, "Done"));
  }

  private void put(Map<String, SamplePages.Sample> to, String path, String template, Object page) {
    pages.put(to, Area.ADMIN, "/admin/money" + path, "money/" + template, page);
  }
}
