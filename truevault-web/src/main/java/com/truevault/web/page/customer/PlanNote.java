package com.truevault.web.page.customer;

import com.truevault.billing.BillingState;
import com.truevault.billing.Subscription;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.web.page.customer.PlanFacts.Contacts;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a plan stands and what to do about it, the same wherever it is shown.
 *
 * @param title one sentence
 * @param text what follows from it, with its dates
 * @param step the one thing to do; null if there is nothing
 */
public record PlanNote(Tone tone, String title, String text, @Nullable NextStep step) {

  /** The note about what a user pays for; null if there is nothing to say. */
  static @Nullable PlanNote of(PlanFacts facts, Messages messages) {
    Subscription subscription = facts.subscription();
    if (subscription == null || facts.isExempt()) {
      return null;
    }
    Situation situation = facts.situation(subscription);
    Object[] values = values(subscription, facts);
    return new PlanNote(
        situation.tone(),
        messages.text(situation.key() + ".title", values),
        messages.text(situation.key() + ".text", values),
        step(situation, subscription, facts.contacts(), messages));
  }

  /** Whether it has to be said on pages about something else. */
  boolean isUrgent() {
    return tone == Tone.WARN || tone == Tone.BAD;
  }

  /** Price, end of what is paid, first failure, next try, end of grace. */
  private static Object[] values(Subscription subscription, PlanFacts facts) {
    BillingState.Dunning failure = facts.failure();
    return new Object[] {
      Words.price(subscription.price()),
      day(subscription.paidThrough()),
      day(failure == null ? null : failure.since()),
      day(failure == null ? null : failure.nextRetry()),
      day(failure == null ? null : failure.graceUntil())
    };
  }

  private static String day(@Nullable Instant at) {
    return at == null ? "" : Words.day(at);
  }

  private static @Nullable NextStep step(
      Situation situation, Subscription subscription, Contacts contacts, Messages messages) {
    Map<String, String> terms =
        Map.of("plan", Words.key(subscription.plan()), "cycle", Words.key(subscription.cycle()));
    return switch (situation.way()) {
      case NONE -> null;
      case APPROVE -> NextStep.form(messages.text("plan.approve"), "/plan", terms);
      case SEE_TO_IT -> NextStep.link(messages.text("plan.provider"), contacts.provider());
      case PAY ->
          NextStep.form(
              messages.text("plan.pay", Words.price(subscription.price())), "/plan", terms);
      case RESUME -> NextStep.form(messages.text("plan.resume"), "/plan/resume", Map.of());
      case CHOOSE -> NextStep.link(messages.text("dashboard.next.plan"), "/plan#choose");
      case SUPPORT ->
          contacts.support().isEmpty()
              ? NextStep.link(messages.text("dashboard.next.devices"), "/devices")
              : NextStep.link(
                  messages.text("dashboard.next.support"), "mailto:" + contacts.support());
    };
  }
}
