package com.truevault.paypal.testing;

/** What PayPal has been seen to do beside its documentation. */
public enum Oddity {
  /** Slashes in events are written {@code \/}. */
  ESCAPED_SLASHES,
  /** Events carry fields that no description names. */
  EXTRA_FIELDS,
  /** Round amounts have one digit after the point, such as {@code 0.0}. */
  SHORT_AMOUNTS,
  /** Amounts have four digits after the point, such as {@code 9.9900}. */
  LONG_AMOUNTS,
  /** The amount of a refund is negative in its event. */
  NEGATIVE_REFUNDS,
  /** The event of a reversal does not name the sale. */
  REVERSAL_WITHOUT_SALE,
  /** Events were created in month 19. */
  MONTH_19,
  /** In events the next try is called {@code next_payment_retry_date}. */
  RETRY_DATE,
  /** The creation of a subscription is told after its activation. */
  CREATED_AFTER_ACTIVATED,
  /** A sale is told again two days later, when PayPal no longer holds the money. */
  HOLD_RELEASED,
  /** A sale is told 70 ms later under another event id. */
  SALE_TOLD_TWICE,
  /** A failure is told twice under different event ids. */
  FAILURE_TOLD_TWICE,
  /** An end is told as a cancellation and as an expiry under one event id. */
  SHARED_EVENT_ID,
  /** The first link of a subscription is not the one for approval. */
  APPROVE_LINK_LAST,
  /** What was not collected is outstanding from the first failed try on. */
  OUTSTANDING_AT_ONCE,
  /** Events arrive of kinds that nobody asked for. */
  UNKNOWN_EVENTS
}
