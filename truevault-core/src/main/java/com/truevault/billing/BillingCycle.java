package com.truevault.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

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
    return after(start, 1);
  }

  /**
   * That many cycles later by the calendar, counted from the anchor: two months after January 31 is
   * March 31, whatever February was.
   *
   * @param cycles may be negative
   */
  public Instant after(Instant anchor, int cycles) {
    return anchor.atOffset(ZoneOffset.UTC).plusMonths((long) months * cycles).toInstant();
  }

  /** Which cycle from the anchor on holds the moment; negative before the anchor. */
  int indexOf(Instant anchor, Instant moment) {
    long between =
        ChronoUnit.MONTHS.between(anchor.atOffset(ZoneOffset.UTC), moment.atOffset(ZoneOffset.UTC));
    int index = Math.toIntExact(Math.floorDiv(between, months));
    while (!after(anchor, index + 1).isAfter(moment)) {
      index++;
    }
    while (after(anchor, index).isAfter(moment)) {
      index--;
    }
    return index;
  }
}
