package com.truevault.billing;

/** What can be true beside any state. */
public enum BillingFlag {
  /** A dispute is open at the provider. */
  DISPUTE_OPEN,
  /** A person has to look; nothing harmful happens by itself until then. */
  REVIEW,
  /** Other terms were asked for and are not in force yet. */
  PLAN_CHANGE_PENDING,
  /** The payer says the payment was not theirs: access is off until that is decided. */
  ACCESS_BLOCKED
}
