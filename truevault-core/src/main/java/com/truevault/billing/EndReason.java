package com.truevault.billing;

/** Why a subscription is over. */
public enum EndReason {
  /** Cancelled, and what was paid is used up. */
  CANCELLED,
  /** It ran out at the provider. */
  EXPIRED,
  /** A renewal was not paid until the end of all patience. */
  NONPAYMENT,
  /** The customer withdrew within the legal period. */
  WITHDRAWN,
  /** The current period was given back in full. */
  REFUNDED,
  /** The customer's bank took the money back. */
  CHARGEBACK,
  /** It was never approved. */
  ABANDONED,
  /** Another subscription took its place. */
  SUPERSEDED
}
