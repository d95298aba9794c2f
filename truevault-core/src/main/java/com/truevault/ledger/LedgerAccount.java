package com.truevault.ledger;

/** The accounts of the ledger. */
public enum LedgerAccount {
  /** What customers owe. */
  RECEIVABLE,
  /** What was earned, without tax. */
  REVENUE,
  /** Tax that was collected. */
  TAX,
  /** What the provider holds for us. */
  PAYPAL_CLEARING,
  /** What the provider kept. */
  PAYPAL_FEES,
  /** What was given back, without tax. */
  REFUNDS,
  /** What was taken back, without tax. */
  CHARGEBACKS,
  /** Money that nobody understands yet. */
  SUSPENSE,
  /** What we owe customers. */
  CUSTOMER_CREDIT
}
