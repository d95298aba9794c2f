package com.truevault.user;

/** How a user's subscription stands, as a projection of billing. */
public enum UserStatus {
  /** Never subscribed. */
  PENDING,
  /** Paid. */
  ACTIVE,
  /** A renewal failed and is being retried. */
  GRACE_PERIOD,
  /** Not paid for too long. */
  SUSPENDED,
  /** Ended by the user. */
  CANCELLED,
  /** Being erased. */
  DELETED
}
