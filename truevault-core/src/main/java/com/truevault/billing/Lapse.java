package com.truevault.billing;

import com.truevault.billing.Fact.Failure;
import com.truevault.billing.Fact.Grant;
import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened after a payment and before the next: failed tries, and the timetable that follows.
 * It counts from the end of what was paid, so that a try that nobody reported changes nothing.
 */
final class Lapse {
  /** Two reports of one try come within that time. */
  private static final Duration ONE_TRY = Duration.ofHours(12);

  /** The clocks of reports differ: one so soon after a payment tells of the try before it. */
  private static final Duration STALE = Duration.ofMinutes(10);

  /** The usual time between two tries, for a provider that does not say. */
  private static final Duration RETRY = Duration.ofDays(5);

  private final Instant since;
  private final List<Attempt> attempts;
  private final Duration more;
  private final Holds holds;

  /**
   * The lapse between two moments.
   *
   * @param paidThrough the end of what was paid
   * @param after when the last payment was; null if there was none
   * @param before when the next one was; null if there is none
   */
  Lapse(
      SortedFacts facts,
      Holds holds,
      Instant paidThrough,
      @Nullable Instant after,
      @Nullable Instant before) {
    this.holds = holds;
    this.attempts = attempts(facts, after == null ? null : after.plus(STALE), before);
    this.since = since(paidThrough);
    Duration granted = Duration.ZERO;
    for (Grant grant : facts.grants(GrantKind.GRACE)) {
      if (isBetween(grant.at(), after, before)) {
        granted = granted.plus(grant.time());
      }
    }
    this.more = granted;
  }

  /** Tries that failed for the seller's or the provider's fault are not held against anybody. */
  private Instant since(Instant paidThrough) {
    if (attempts.isEmpty() || !attempts.get(0).ourFault()) {
      return paidThrough;
    }
    for (Attempt attempt : attempts) {
      if (!attempt.ourFault() && attempt.at().isAfter(paidThrough)) {
        return attempt.at();
      }
    }
    return paidThrough;
  }

  private static List<Attempt> attempts(
      SortedFacts facts, @Nullable Instant after, @Nullable Instant before) {
    List<Attempt> found = new ArrayList<>();
    for (Failure failure : facts.failures()) {
      if (isBetween(failure.at(), after, before)) {
        join(found, new Attempt(failure.at(), failure.nextRetry(), failure.isOurFault(), failure));
      }
    }
    for (Sale sale : facts.sales()) {
      if (sale.state() == SaleState.DENIED
          && isBetween(sale.at(), after, before)
          && found.stream().noneMatch(attempt -> attempt.isSameAs(sale.at()))) {
        found.add(new Attempt(sale.at(), null, false, sale));
      }
    }
    found.sort(java.util.Comparator.comparing(Attempt::at));
    return found;
  }

  private static void join(List<Attempt> found, Attempt attempt) {
    if (!found.isEmpty() && found.get(found.size() - 1).isSameAs(attempt.at())) {
      Attempt known = found.remove(found.size() - 1);
      Instant retry = attempt.nextRetry() == null ? known.nextRetry() : attempt.nextRetry();
      found.add(
          new Attempt(
              known.at(), retry, known.ourFault() && attempt.ourFault(), known.evidence()));
    } else {
      found.add(attempt);
    }
  }

  private static boolean isBetween(
      Instant at, @Nullable Instant after, @Nullable Instant before) {
    return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
  }

  Instant since() {
    return since;
  }

  boolean isReported() {
    return !attempts.isEmpty();
  }

  List<Attempt> attempts() {
    return attempts;
  }

  boolean isOurFault() {
    return !attempts.isEmpty() && attempts.stream().allMatch(Attempt::ourFault);
  }

  /** When access ends. */
  Instant suspendAt(BillingPolicy policy) {
    return holds.held(since.plus(policy.grace()).plus(more));
  }

  /** When all is over. */
  Instant endAt(BillingPolicy policy) {
    return holds.held(since.plus(policy.end()).plus(more));
  }

  /** When the provider tries again, as it said or as it usually does; null if it will not. */
  @Nullable Instant nextRetry(boolean exhausted) {
    if (exhausted || attempts.isEmpty() || attempts.size() > 2) {
      return null;
    }
    Attempt newest = attempts.get(attempts.size() - 1);
    return newest.nextRetry() == null ? newest.at().plus(RETRY) : newest.nextRetry();
  }

  /** One failed try, however often it was reported. */
  record Attempt(Instant at, @Nullable Instant nextRetry, boolean ourFault, Fact evidence) {
    boolean isSameAs(Instant other) {
      return Duration.between(at, other).abs().compareTo(ONE_TRY) <= 0;
    }
  }
}
