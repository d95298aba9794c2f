package com.truevault.web.page;

import com.truevault.web.page.SamplePages.Sample;
import com.truevault.web.page.customer.ChangePage;
import com.truevault.web.page.customer.EndPage;
import com.truevault.web.page.customer.NextStep;
import com.truevault.web.page.customer.PaymentLine;
import com.truevault.web.page.customer.PlanCurrent;
import com.truevault.web.page.customer.PlanNote;
import com.truevault.web.page.customer.PlanPage;
import com.truevault.web.page.customer.ThanksPage;
import com.truevault.web.page.demo.ClockPage;
import java.util.List;
import java.util.Map;

/** One filled page of every template about money. */
final class MoneySamplePages {
  private final SamplePages pages;
  private final String typed;

  MoneySamplePages(SamplePages pages, String typed) {
    this.pages = pages;
    this.typed = typed;
  }

  void addTo(Map<String, Sample> to) {
    put(
        to,
        "/plan",
        "customer/plan",
        new PlanPage(current(), note(), "6 December 2026", payments(), SamplePages.plans(), typed));
    put(
        to,
        "/plan/none",
        "customer/plan",
        new PlanPage(null, null, "", List.of(), SamplePages.plans(), "family"));
    clock(to);
    put(to, "/plan/thanks", "customer/thanks", thanks(true));
    put(to, "/plan/thanks/ready", "customer/thanks", thanks(false));
    put(to, "/plan/change", "customer/change", change());
    put(
        to,
        "/plan/cancel",
        "customer/end",
        new EndPage(
            "Cancel the plan",
            "Cancel your Family plan?",
            List.of("Your devices work until 1 December 2026."),
            true,
            "/plan/cancel",
            "Cancel the plan",
            Form.of(Map.of("reason", typed)).refused("reason", typed)));
  }

  private void clock(Map<String, Sample> to) {
    pages.put(
        to,
        Area.SITE,
        "/demo/clock",
        "demo/clock",
        new ClockPage(
            "Sunday, 22 November 2026",
            "20:15 UTC",
            new ClockPage.Watched(
                typed, "Family", new Badge(Tone.GOOD, "Active"), "$14.99 on 1 December", false),
            List.of(
                new ClockPage.Event(SamplePages.NOW, "mail", typed, typed, "/demo/mail/1"),
                new ClockPage.Event(SamplePages.NOW, "card", typed, "Paid 14.99 USD", ""))));
  }

  private void put(Map<String, Sample> to, String path, String template, Object page) {
    pages.put(to, Area.CUSTOMER, path, template, page);
  }

  static PlanNote note() {
    return new PlanNote(
        Tone.WARN,
        "Your last payment failed; your devices still work.",
        "Pay now to go on as before.",
        new NextStep("Pay $14.99 now", "/plan", Map.of("plan", "family"), true));
  }

  static PlanCurrent current() {
    return new PlanCurrent(
        "Family",
        "$14.99 per month",
        new Badge(Tone.GOOD, "Active"),
        "It renews on 1 December 2026.",
        List.of(new PlanCurrent.Line("Paid through", "1 December 2026")),
        new PlanCurrent.Actions(true, true));
  }

  private ChangePage change() {
    return new ChangePage(
        "Family, $14.99 per month",
        "family",
        "monthly",
        SamplePages.plans(),
        new ChangePage.Preview(
            "Personal, $9.99 per month",
            List.of(new PlanCurrent.Line("Today", "Nothing is charged")),
            List.of(typed),
            "1 December 2026",
            Map.of("plan", "personal", "price", "999")),
        typed);
  }

  private List<PaymentLine> payments() {
    return List.of(
        new PaymentLine(
            SamplePages.NOW,
            "$14.99",
            typed,
            new Badge(Tone.GOOD, "Paid"),
            List.of("INV-2026-001", "CN-2026-001")),
        new PaymentLine(SamplePages.NOW, "$14.99", "", new Badge(Tone.WARN, "Pending"), List.of()));
  }

  private ThanksPage thanks(boolean waiting) {
    return new ThanksPage(
        "/plan/thanks?subscription_id=" + typed,
        waiting,
        waiting ? Tone.PLAIN : Tone.GOOD,
        "Thank you.",
        "It usually takes a few seconds.",
        new NextStep("Go to your plan", "/plan", Map.of(), false));
  }
}
