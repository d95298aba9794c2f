package com.truevault.billing;

/** How a subscription stands. */
public enum SubscriptionStatus {
  /** Not approved or not paid yet. */
  PENDING,
  /** Paid. */
  ACTIVE,
  /** A renewal failed and is being retried; access goes on. */
  GRACE_PERIOD,
  /** Not paid for too long; access is off until it is. */
  SUSPENDED,
  /** Ended by the user; access until the paid-through date. */
  CANCELLED,
  /** Over: declined, abandoned or replaced. */
  EXPIRED;

  /** Whether money is still expected; a user has at most one such subscription. */
  public boolean isLive() {
    return this == ACTIVE || this == GRACE_PERIOD || this == SUSPENDED;
  }
}
