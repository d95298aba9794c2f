package com.truevault.web.page.customer;

import com.truevault.billing.BillingState;
import com.truevault.billing.EndReason;
import com.truevault.billing.Subscription;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands for the one who pays it. Each has a title and a text under a key of its
 * name, and one thing to do.
 */
enum Situation {
  PENDING(Tone.WARN, Way.APPROVE),
  ACTIVE(Tone.GOOD, Way.NONE),
  RENEWING(Tone.GOOD, Way.NONE),
  RETRYING(Tone.WARN, Way.SEE_TO_IT),
  UNREPORTED(Tone.WARN, Way.SEE_TO_IT),
  PAST_DUE(Tone.WARN, Way.PAY),
  SUSPENDED(Tone.BAD, Way.PAY),
  CANCELLED(Tone.WARN, Way.RESUME),
  ENDED(Tone.PLAIN, Way.CHOOSE),
  UNPAID(Tone.BAD, Way.CHOOSE),
  WITHDRAWN(Tone.PLAIN, Way.CHOOSE),
  REFUNDED(Tone.PLAIN, Way.CHOOSE),
  ABANDONED(Tone.WARN, Way.CHOOSE),
  CHARGEBACK(Tone.BAD, Way.SUPPORT),
  DISPUTED(Tone.BAD, Way.SUPPORT),
  REVIEW(Tone.WARN, Way.SUPPORT);

  /** What helps. */
  enum Way {
    NONE,
    APPROVE,
    SEE_TO_IT,
    PAY,
    RESUME,
    CHOOSE,
    SUPPORT
  }

  private final Tone tone;
  private final Way way;

  Situation(Tone tone, Way way) {
    this.tone = tone;
    this.way = way;
  }

  /**
   * The situation of a subscription.
   *
   * @param failure the renewal that is not paid; null if none is
   */
  static Situation of(
      Subscription subscription, BillingState.@Nullable Dunning failure, Instant now) {
    if (subscription.standing().blocked()) {
      return DISPUTED;
    }
    Situation plain =
        switch (subscription.status()) {
          case PENDING -> PENDING;
          case ACTIVE -> isPaid(subscription, now) ? ACTIVE : RENEWING;
          case GRACE_PERIOD -> late(failure);
          case SUSPENDED -> SUSPENDED;
          case CANCELLED -> isPaid(subscription, now) ? CANCELLED : ENDED;
          case EXPIRED -> ended(subscription.standing().endReason());
        };
    return subscription.standing().inReview() && plain.mayWait() ? REVIEW : plain;
  }

  /** While the provider goes on by itself, a second subscription would pay twice. */
  private static Situation late(BillingState.@Nullable Dunning failure) {
    if (failure == null || failure.retriesExhausted()) {
      return PAST_DUE;
    }
    return failure.nextRetry() == null ? UNREPORTED : RETRYING;
  }

  Tone tone() {
    return tone;
  }

  Way way() {
    return way;
  }

  String key() {
    return "plan.note." + Words.key(this);
  }

  /** Whether plans are offered beside it. */
  boolean mayChoose() {
    return way == Way.CHOOSE || way == Way.APPROVE;
  }

  private boolean mayWait() {
    return this == PENDING || this == ACTIVE || this == RENEWING;
  }

  private static boolean isPaid(Subscription subscription, Instant now) {
    Instant paid = subscription.paidThrough();
    return paid != null && paid.isAfter(now);
  }

  private static Situation ended(@Nullable EndReason reason) {
    if (reason == null) {
      return ENDED;
    }
    return switch (reason) {
      case CANCELLED, EXPIRED, SUPERSEDED -> ENDED;
      case NONPAYMENT -> UNPAID;
      case WITHDRAWN -> WITHDRAWN;
      case REFUNDED -> REFUNDED;
      case CHARGEBACK -> CHARGEBACK;
      case ABANDONED -> ABANDONED;
    };
  }
}
