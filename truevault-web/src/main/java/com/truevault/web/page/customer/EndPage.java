package com.truevault.web.page.customer;

import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;

/**
 * The question before a plan ends.
 *
 * @param facts what follows if the answer is yes
 * @param asksWhy whether a reason may be given
 * @param action where the answer is sent
 */
public record EndPage(
    String title,
    String question,
    List<String> facts,
    boolean asksWhy,
    String action,
    String yes,
    Form form) {

  /** Copies the facts. */
  public EndPage {
    facts = List.copyOf(facts);
  }

  /** The question before a subscription is cancelled. */
  static EndPage cancel(Subscription subscription, Instant now, Form form, Messages messages) {
    Instant paid = subscription.paidThrough();
    Instant until = paid != null && paid.isAfter(now) ? paid : null;
    return new EndPage(
        messages.text("plan.cancel"),
        messages.text("cancel.question", messages.text("plan." + Words.key(subscription.plan()))),
        List.of(
            until == null
                ? messages.text("cancel.now")
                : messages.text("cancel.until", Words.day(until)),
            messages.text("cancel.charge"),
            messages.text(until == null ? "cancel.kept.now" : "cancel.kept")),
        true,
        "/plan/cancel",
        messages.text("cancel.yes"),
        form);
  }

  /** The question before a customer withdraws. */
  static EndPage withdraw(Subscription subscription, Money back, Messages messages) {
    return new EndPage(
        messages.text("plan.withdraw"),
        messages.text("withdraw.question", messages.text("plan." + Words.key(subscription.plan()))),
        List.of(
            messages.text("withdraw.back", Words.price(back)),
            messages.text("withdraw.off"),
            messages.text("withdraw.again")),
        false,
        "/plan/withdraw",
        messages.text("withdraw.yes"),
        Form.EMPTY);
  }
}
