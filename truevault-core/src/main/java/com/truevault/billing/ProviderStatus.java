package com.truevault.billing;

/** How a subscription stands at the payment provider, in the provider's own words. */
public enum ProviderStatus {
  /** The customer has not decided. */
  APPROVAL_PENDING,
  /** Approved, not yet begun. */
  APPROVED,
  /** Running; this alone does not mean that it is paid. */
  ACTIVE,
  /** Paused, by hand or after failed payments. */
  SUSPENDED,
  /** Ended; never comes back. */
  CANCELLED,
  /** Ran out; never comes back. */
  EXPIRED,
  /** A word that is not known here; a person has to look. */
  UNKNOWN;

  /** Whether nothing follows any more. */
  public boolean isFinal() {
    return this == CANCELLED || this == EXPIRED;
  }
}
