package com.truevault.web.page.customer;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.entitlement.Entitlement;
import com.truevault.user.Plan;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.web.page.site.PlanCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan in force and those on offer.
 *
 * @param current null while there is none
 * @param plans empty while there is nothing to choose
 * @param chosen the key of the plan that is pointed at
 */
public record PlanPage(@Nullable Current current, List<PlanCard> plans, String chosen) {
  /**
   * The plan in force.
   *
   * @param price empty if none is agreed or nothing more will be charged
   * @param sentence what happens next with it, in words
   * @param cancellable whether it still renews
   * @param waiting what is to be approved; null if nothing is
   */
  public record Current(
      String plan,
      String price,
      Badge badge,
      String sentence,
      boolean cancellable,
      @Nullable Choice waiting) {}

  /** A plan and how it is billed, by the keys that the form sends. */
  public record Choice(String plan, String cycle) {}

  /** The plan that a subscription or an exemption gives; null if there is neither. */
  public static @Nullable Current current(
      @Nullable Subscription subscription, Entitlement entitlement, Messages messages) {
    if (subscription != null && !isExempt(subscription, entitlement)) {
      return from(subscription, messages);
    }
    Plan plan = entitlement.plan();
    return plan == null
        ? null
        : new Current(
            messages.text("plan." + Words.key(plan)),
            "",
            new Badge(Tone.GOOD, messages.text("plan.state.active")),
            entitlement.summary(),
            false,
            null);
  }

  private static boolean isExempt(Subscription subscription, Entitlement entitlement) {
    boolean ended =
        subscription.status() != SubscriptionStatus.CANCELLED
            || entitlement.plan() != subscription.plan();
    return entitlement.plan() != null && !subscription.status().isLive() && ended;
  }

  private static Current from(Subscription subscription, Messages messages) {
    String status = Words.key(subscription.status());
    Instant paid = subscription.paidThrough();
    String day = paid == null ? "" : Words.day(paid);
    String key = "plan.sentence." + (paid == null && status.equals("active") ? "renews" : status);
    return new Current(
        messages.text("plan." + Words.key(subscription.plan())),
        price(subscription, messages),
        new Badge(tone(subscription), messages.text("plan.state." + status)),
        messages.text(key, day),
        subscription.status().isLive(),
        subscription.status() == SubscriptionStatus.PENDING
            ? new Choice(Words.key(subscription.plan()), Words.key(subscription.cycle()))
            : null);
  }

  private static String price(Subscription subscription, Messages messages) {
    boolean ended =
        subscription.status() == SubscriptionStatus.CANCELLED
            || subscription.status() == SubscriptionStatus.EXPIRED;
    return ended
        ? ""
        : messages.text(
            "plan.price." + Words.key(subscription.cycle()), Words.price(subscription.price()));
  }

  private static Tone tone(Subscription subscription) {
    return switch (subscription.status()) {
      case ACTIVE -> Tone.GOOD;
      case GRACE_PERIOD -> Tone.WARN;
      case SUSPENDED -> Tone.BAD;
      case PENDING -> Tone.WARN;
      case CANCELLED, EXPIRED -> Tone.PLAIN;
    };
  }
}
