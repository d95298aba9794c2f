package com.truevault.billing;

/** The six states of a subscription. */
public enum BillingStatus {
  /** Opened, neither approved nor paid. */
  PENDING,
  /** Paid. */
  ACTIVE,
  /** A renewal failed; access goes on for the grace period. */
  PAST_DUE,
  /** Grace is over; access is off, everything is kept. */
  SUSPENDED,
  /** Will not be renewed; access until the end of what is paid. */
  CANCEL_SCHEDULED,
  /** Over, for good. */
  ENDED;

  /** Whether money is still expected; a user has at most one such subscription. */
  public boolean isLive() {
    return this == ACTIVE || this == PAST_DUE || this == SUSPENDED;
  }
}
