package com.truevault.subscription;

/** What is to be done outside once a decision is committed. */
public enum JobKind {
  /** End the subscription at the provider. */
  CANCEL,
  /** Give money back. */
  REFUND,
  /** Ask the provider how things stand. */
  CHECK,
  /** Remind or inform the customer; done in the transaction that adds it. */
  NOTICE
}
