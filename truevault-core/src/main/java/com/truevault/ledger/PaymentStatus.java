package com.truevault.ledger;

/** How a payment stands. */
public enum PaymentStatus {
  /** The money is here. */
  COMPLETED,
  /** Not decided yet. */
  PENDING,
  /** Refused. */
  FAILED,
  /** Given or taken back in full. */
  REFUNDED
}
