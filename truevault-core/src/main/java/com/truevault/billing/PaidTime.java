package com.truevault.billing;

import com.truevault.billing.Fact.Grant;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which sale pays for which period; periods are counted from one anchor, so that they tile. */
final class PaidTime {
  /** Clocks differ, and a renewal may be charged a little before its period begins. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** Months end differently at some providers: for January 31, one month is March 3. */
  private static final Duration MONTH_ENDS = Duration.ofHours(84);

  private final SortedFacts facts;
  private final BillingCycle cycle;
  private final Duration patience;
  private final List<Grant> bonuses = new ArrayList<>();
  private final List<Paid> paid = new ArrayList<>();
  private @Nullable Instant anchor;

  PaidTime(SortedFacts facts, BillingCycle cycle, Duration patience) {
    this.facts = facts;
    this.cycle = cycle;
    this.patience = patience;
  }

  /** Which period the sale would pay for, after those that were added. */
  Paid place(Sale sale) {
    Instant from = anchor == null ? anchorOf(sale) : anchor;
    anchor = from;
    int index = cycle.indexOf(from, sale.at().plus(TOLERANCE));
    int taken = Math.max(index, free(from));
    return new Paid(sale, taken, cycle.after(from, taken), cycle.after(from, taken + 1), true);
  }

  void add(Paid period) {
    paid.add(period);
  }

  /** Adds time for nothing; the oldest first. */
  void add(Grant bonus) {
    bonuses.add(bonus);
  }

  List<Paid> paid() {
    return paid;
  }

  @Nullable Instant anchor() {
    return anchor;
  }

  @Nullable Paid last() {
    return paid.isEmpty() ? null : paid.get(paid.size() - 1);
  }

  /** The newest sale whose money was kept; null if there is none. */
  @Nullable Sale lastKept() {
    for (int i = paid.size() - 1; i >= 0; i--) {
      if (paid.get(i).kept()) {
        return paid.get(i).sale();
      }
    }
    return null;
  }

  /** The end of all time that was paid, granted or carried over; null if none was. */
  @Nullable Instant through() {
    return extended(through(null), null);
  }

  /** What {@link #through()} was at that moment. */
  @Nullable Instant throughAsOf(Instant moment) {
    return extended(through(moment), moment);
  }

  /** The end of what was paid or carried over by that moment, null for ever. */
  @Nullable Instant through(@Nullable Instant moment) {
    Instant end = facts.carried() == null ? null : facts.carried().until();
    for (int i = paid.size() - 1; i >= 0; i--) {
      Paid last = paid.get(i);
      if (moment == null || !last.sale().at().isAfter(moment)) {
        Instant until = announced(last);
        return end == null || until.isAfter(end) ? until : end;
      }
    }
    return end;
  }

  /**
   * The end of a period. A provider that moved its dates, such as after a pause, charges later: its
   * word counts if that is about one cycle after the payment, so that nobody is dunned before.
   */
  private Instant announced(Paid last) {
    if (!last.kept()) {
      return last.end();
    }
    Instant latest = cycle.after(last.sale().at()).plus(MONTH_ENDS);
    Instant end = last.end();
    for (Snapshot snapshot : facts.snapshots()) {
      Instant next = snapshot.nextBilling();
      if (next != null && next.isAfter(last.end().plus(patience)) && next.isBefore(latest)) {
        end = next.isAfter(end) ? next : end;
      }
    }
    return end;
  }

  /** A bonus adds to what is paid, and is worth its full time even if nothing is paid any more. */
  private @Nullable Instant extended(@Nullable Instant end, @Nullable Instant moment) {
    Instant through = end;
    for (Grant bonus : bonuses) {
      if (moment == null || !bonus.at().isAfter(moment)) {
        Instant from = through == null || through.isBefore(bonus.at()) ? bonus.at() : through;
        through = from.plus(bonus.time());
      }
    }
    return through;
  }

  /** The start that the provider names, unless what is paid does not fit to it. */
  private Instant anchorOf(Sale first) {
    Instant begin = facts.carried() == null ? first.at() : facts.carried().until();
    Instant start = null;
    for (Snapshot snapshot : facts.snapshots()) {
      if (start == null || snapshot.startsAt().isBefore(start)) {
        start = snapshot.startsAt();
      }
    }
    if (start == null || start.isAfter(begin.plus(TOLERANCE))) {
      return begin;
    }
    int index = cycle.indexOf(start, begin.plus(TOLERANCE));
    return cycle.after(start, index).isAfter(begin.minus(TOLERANCE)) ? start : begin;
  }

  /** The first period that nothing pays for yet. */
  private int free(Instant from) {
    if (!paid.isEmpty()) {
      return paid.get(paid.size() - 1).index() + 1;
    }
    return facts.carried() == null
        ? 0
        : cycle.indexOf(from, facts.carried().until().plus(TOLERANCE));
  }

  /**
   * A period and the sale that pays for it.
   *
   * @param index counted from the anchor
   * @param kept whether the money was kept
   */
  record Paid(Sale sale, int index, Instant start, Instant end, boolean kept) {
    /** The period until the money went back; another sale may pay for it again. */
    Paid cutAt(Instant repaidAt) {
      return new Paid(sale, index - 1, start, repaidAt, false);
    }

    /** Whether so little of the period before had passed that this is hardly its renewal. */
    boolean isEarly() {
      Duration half = Duration.between(start, end).dividedBy(2);
      return sale.at().isBefore(start.minus(half));
    }
  }
}
