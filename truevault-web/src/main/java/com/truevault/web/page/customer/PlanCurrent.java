package com.truevault.web.page.customer;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.Terms;
import com.truevault.user.Plan;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan in force.
 *
 * @param plan its name
 * @param price empty if none is agreed or nothing more will be charged
 * @param sentence what happens next with it, in words
 * @param lines what is known of it besides
 */
public record PlanCurrent(
    String plan, String price, Badge badge, String sentence, List<Line> lines, Actions actions) {

  /** Something known, by its name. */
  public record Line(String label, String value) {}

  /** What may be done with it besides what the note advises. */
  public record Actions(boolean change, boolean cancel) {
    static final Actions NONE = new Actions(false, false);
  }

  /** The plan that a subscription or an exemption gives; null if there is neither. */
  static @Nullable PlanCurrent of(PlanFacts facts, Messages messages) {
    Subscription subscription = facts.subscription();
    if (subscription != null) {
      return of(subscription, facts, messages);
    }
    Plan plan = facts.entitlement().plan();
    return plan == null
        ? null
        : new PlanCurrent(
            messages.text("plan." + Words.key(plan)),
            "",
            new Badge(Tone.GOOD, messages.text("plan.state.active")),
            facts.entitlement().summary(),
            List.of(),
            Actions.NONE);
  }

  private static PlanCurrent of(Subscription subscription, PlanFacts facts, Messages messages) {
    Situation situation = facts.situation(subscription);
    boolean ends = subscription.status() == SubscriptionStatus.CANCELLED || situation.mayChoose();
    PlanNote note = PlanNote.of(facts, messages);
    return new PlanCurrent(
        messages.text("plan." + Words.key(subscription.plan())),
        ends && subscription.status() != SubscriptionStatus.PENDING
            ? ""
            : price(PlanFacts.terms(subscription), messages),
        new Badge(situation.tone(), messages.text("plan.state." + Words.key(situation))),
        note == null ? facts.entitlement().summary() : note.title(),
        facts.isExempt() ? List.of() : lines(subscription, situation, messages),
        new Actions(
            situation == Situation.ACTIVE && !facts.isExempt(), subscription.status().isLive()));
  }

  private static List<Line> lines(
      Subscription subscription, Situation situation, Messages messages) {
    List<Line> lines = new ArrayList<>();
    Instant paid = subscription.paidThrough();
    if (paid != null && situation != Situation.ACTIVE && !situation.mayChoose()) {
      lines.add(new Line(messages.text("plan.paidthrough"), Words.day(paid)));
    }
    if (situation == Situation.ACTIVE && paid != null) {
      Terms next = subscription.standing().next();
      Terms due = next == null ? PlanFacts.terms(subscription) : next;
      lines.add(
          new Line(
              messages.text("plan.nextcharge"),
              messages.text("plan.nextcharge.value", Words.price(due.price()), Words.day(paid))));
      if (next != null) {
        lines.add(
            new Line(
                messages.text("plan.from", Words.day(paid)),
                messages.text("plan." + Words.key(next.plan())) + ", " + price(next, messages)));
      }
    }
    return lines;
  }

  static String price(Terms terms, Messages messages) {
    return messages.text("plan.price." + Words.key(terms.cycle()), Words.price(terms.price()));
  }
}
