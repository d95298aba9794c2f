package com.truevault.entitlement;

import com.truevault.billing.EndReason;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.entitlement.Entitlement.Policy;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription alone says about access.
 *
 * @param code of the reason
 * @param day that the text for the customer names; null if it names none
 * @param evidence the payment, the dates and the rule that decided
 * @param changesAt when time alone changes this; null if it never does
 */
record Ruling(
    boolean granted,
    String code,
    @Nullable Instant day,
    String evidence,
    @Nullable Instant changesAt) {

  static Ruling on(Subscription subscription, Policy policy, Instant now) {
    Ruling ruling =
        switch (subscription.status()) {
          case PENDING -> new Ruling(false, "approval-pending", null, "nothing was paid", null);
          case ACTIVE -> active(subscription.paidThrough(), policy, now);
          case GRACE_PERIOD -> grace(subscription.standing().graceUntil(), now);
          case SUSPENDED -> suspended(subscription.standing());
          case CANCELLED -> cancelled(subscription.paidThrough(), now);
          case EXPIRED -> ended(subscription.standing().endReason());
        };
    return ruling.blockedBy(subscription).restingOn(subscription);
  }

  /** The facts decide; only if nobody evaluates them for too long does time. */
  private static Ruling active(@Nullable Instant paid, Policy policy, Instant now) {
    Instant end = paid == null ? null : paid.plus(policy.backstop());
    return end != null && end.isAfter(now)
        ? new Ruling(true, "access-active", paid, "a renewal is waited for until " + end, end)
        : new Ruling(
            false, "renewal-missing", paid, "no renewal was seen in all of the time allowed", null);
  }

  private static Ruling grace(@Nullable Instant until, Instant now) {
    return until != null && until.isAfter(now)
        ? new Ruling(true, "renewal-failed", until, "a failed renewal leaves grace", until)
        : new Ruling(
            true, "renewal-failed", null, "grace ends only once the provider was asked", null);
  }

  private static Ruling suspended(Standing standing) {
    return new Ruling(
        false, "payment-missing", standing.pastDueSince(), "grace ended without a payment", null);
  }

  private static Ruling cancelled(@Nullable Instant paid, Instant now) {
    return paid != null && paid.isAfter(now)
        ? new Ruling(true, "cancelled-paid-through", paid, "what is paid stays usable", paid)
        : new Ruling(
            false, "subscription-ended", paid, "cancelled, and what was paid is used up", null);
  }

  private static Ruling ended(@Nullable EndReason reason) {
    if (reason == null || reason == EndReason.CANCELLED || reason == EndReason.EXPIRED) {
      return new Ruling(false, "subscription-ended", null, "it is over", null);
    }
    String word = reason.name().toLowerCase(Locale.ROOT);
    return new Ruling(false, "ended-" + word, null, "it is over: " + word, null);
  }

  /** Whoever says that a payment was not theirs is believed until that is decided. */
  private Ruling blockedBy(Subscription subscription) {
    if (!granted || !subscription.standing().blocked()) {
      return this;
    }
    // Grace goes on without a date, so its end is none of what would be without the complaint.
    boolean ends = subscription.status() != SubscriptionStatus.GRACE_PERIOD;
    return new Ruling(
        false,
        "payment-disputed",
        null,
        "the payer disputes the payment as not theirs",
        ends ? changesAt : null);
  }

  private Ruling restingOn(Subscription subscription) {
    Standing standing = subscription.standing();
    StringBuilder rows = new StringBuilder("subscription ");
    rows.append(subscription.publicId()).append(' ').append(subscription.status());
    if (standing.lastPayment() != null) {
      rows.append(", payment ").append(standing.lastPayment());
      rows.append(" of ").append(standing.lastPaidAt());
    }
    rows.append(", paid through ").append(subscription.paidThrough());
    if (standing.pastDueSince() != null) {
      rows.append(", unpaid since ").append(standing.pastDueSince());
      rows.append(", grace until ").append(standing.graceUntil());
    }
    return new Ruling(granted, code, day, rows + "; " + evidence, changesAt);
  }
}
