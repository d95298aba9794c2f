package com.truevault.billing;

import com.truevault.billing.Fact.ChangeAsked;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was agreed over time: at the opening, and whenever the provider showed other terms. */
final class TermsHistory {
  /** So long before a charge the provider no longer changes its amount. */
  private static final Duration PRICE_LOCK = Duration.ofDays(10);

  /** Clocks differ, and the terms may be shown a little after they were charged. */
  private static final Duration EARLY = Duration.ofDays(1);

  private final Terms opened;
  private final List<Change> changes = new ArrayList<>();
  private final List<ChangeAsked> asked;

  TermsHistory(Terms opened, SortedFacts facts) {
    this.opened = opened;
    this.asked = facts.changes();
    Terms shown = opened;
    for (Snapshot snapshot : facts.snapshots()) {
      Terms terms = snapshot.terms();
      if (terms != null && !terms.equals(shown)) {
        changes.add(new Change(terms, since(terms, snapshot.at())));
        shown = terms;
      }
    }
  }

  /** A change counts from when it was asked for, however late it was seen. */
  private Instant since(Terms terms, Instant shownAt) {
    Instant since = shownAt;
    for (ChangeAsked change : asked) {
      if (change.terms().equals(terms)) {
        since = change.at();
      }
    }
    return since;
  }

  /** Whether the customer agreed to pay that then. */
  boolean agrees(Sale sale) {
    Terms terms = opened;
    for (Change change : changes) {
      if (terms.price().equals(sale.gross())
          && sale.at().isBefore(change.since().plus(PRICE_LOCK))) {
        return true;
      }
      if (sale.at().isBefore(change.since().minus(EARLY))) {
        return false;
      }
      terms = change.terms();
    }
    return terms.price().equals(sale.gross()) || wasAsked(sale);
  }

  private boolean wasAsked(Sale sale) {
    for (ChangeAsked change : asked) {
      if (change.terms().price().equals(sale.gross()) && !change.at().isAfter(sale.at())) {
        return true;
      }
    }
    return false;
  }

  /**
   * What holds by now and what will: more is given at once, less only when what is paid is used up.
   *
   * @param paidThrough the end of what was paid at a moment; null if nothing was
   */
  InForce inForce(Function<Instant, @Nullable Instant> paidThrough, Timekeeper time) {
    Terms current = opened;
    Terms next = null;
    Instant from = null;
    for (Change change : changes) {
      if (next != null && from != null && !from.isAfter(change.since())) {
        current = next;
      }
      next = null;
      Instant paid = paidThrough.apply(change.since());
      if (change.terms().plan().compareTo(current.plan()) > 0 || paid == null) {
        current = change.terms();
      } else if (!change.terms().equals(current)) {
        next = change.terms();
        from = paid;
      }
    }
    if (next == null || from == null || time.reached(from)) {
      return new InForce(next == null ? current : next, null);
    }
    return new InForce(current, next);
  }

  /** The newest wish that the provider has not shown yet; null if there is none. */
  @Nullable ChangeAsked unapproved() {
    if (asked.isEmpty()) {
      return null;
    }
    ChangeAsked newest = asked.get(asked.size() - 1);
    Terms shown = changes.isEmpty() ? opened : changes.get(changes.size() - 1).terms();
    return Objects.equals(shown, newest.terms()) ? null : newest;
  }

  /**
   * Terms by time.
   *
   * @param next null if nothing else is coming
   */
  record InForce(Terms current, @Nullable Terms next) {}

  private record Change(Terms terms, Instant since) {}
}
