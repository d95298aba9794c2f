package com.truevault.billing;

import java.time.Instant;
import java.time.ZoneOffset;

/** How often a subscription is paid. */
public enum BillingCycle {
  /** Each month. */
  MONTHLY(1, 1),
  /** Each year, at the price of ten months. */
  YEARLY(12, 10);

  private final int months;
  private final int paidMonths;

  BillingCycle(int months, int paidMonths) {
    this.months = months;
    this.paidMonths = paidMonths;
  }

  /** The price of one cycle for a monthly price. */
  public Money price(Money monthly) {
    return monthly.times(paidMonths);
  }

  /** One cycle later by the calendar: from January 31 to the last day of February. */
  public Instant after(Instant start) {
    return start.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}
