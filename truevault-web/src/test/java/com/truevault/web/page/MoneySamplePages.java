package com.truevault.web.page;

import com.truevault.web.page.SamplePages.Sample;
import com.truevault.web.page.customer.EndPage;
import com.truevault.web.page.customer.NextStep;
import com.truevault.web.page.customer.PaymentLine;
import com.truevault.web.page.customer.PlanCurrent;
import com.truevault.web.page.customer.PlanNote;
import com.truevault.web.page.customer.PlanPage;
import com.truevault.web.page.customer.ThanksPage;
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
    put(to, "/plan/thanks", "customer/thanks", thanks(true));
    put(to, "/plan/thanks/ready", "customer/thanks", thanks(false));
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

  private List<PaymentLine> payments() {
    return List.of(
        new PaymentLine(
            SamplePages.NOW,
            "$14.99",
            typed,
            new Badge(Tone.GOOD, "Paid"),
            List.of("INV-2026-001", "CN-2026-001")),
        new PaymentLine(
            SamplePages.NOW, "$14.99", "", new Badge(Tone.WARN, "Pending"), List.of()));
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
