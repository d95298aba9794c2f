package com.truevault.billing;

import com.truevault.billing.Fact.Failure;
import com.truevault.billing.Fact.Grant;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

  private static final int TRIES = 3;

  private final Holds holds;
  private final BillingPolicy policy;
  private final List<Grant> graces;
  private final List<Attempt> attempts = new ArrayList<>();
  private Instant since;
  private boolean ourFault;

  /**
   * The lapse in a gap.
   *
   * @param graces that an administrator gave in it, oldest first
   */
  Lapse(SortedFacts facts, List<Grant> graces, Holds holds, BillingPolicy policy, Gap gap) {
    this.holds = holds;
    this.policy = policy;
    this.graces = graces.stream().filter(grant -> gap.holds(grant.at())).toList();
    this.since = gap.paidThrough();
    reported(facts, gap).forEach(this::add);
  }

  /** What comes after the end changes it no more; what is no fault of the customer has no end. */
  private void add(Attempt attempt) {
    if (!ourFault && attempt.at().isAfter(endAt())) {
      return;
    }
    if (attempts.isEmpty()) {
      ourFault = attempt.ourFault();
    } else if (ourFault && !attempt.ourFault()) {
      ourFault = false;
      since = attempt.at().isAfter(since) ? attempt.at() : since;
    }
    attempts.add(attempt);
  }

  private static List<Attempt> reported(SortedFacts facts, Gap gap) {
    List<Attempt> found = new ArrayList<>();
    for (Failure failure : facts.failures()) {
      if (gap.holds(failure.at().minus(STALE))) {
        join(found, new Attempt(failure.at(), failure.nextRetry(), failure.isOurFault()));
      }
    }
    for (Sale sale : facts.sales()) {
      if (sale.state() == SaleState.DENIED
          && gap.holds(sale.at().minus(STALE))
          && found.stream().noneMatch(attempt -> attempt.isSameAs(sale.at()))) {
        found.add(new Attempt(sale.at(), null, false));
      }
    }
    found.sort(Comparator.comparing(Attempt::at));
    return found;
  }

  private static void join(List<Attempt> found, Attempt attempt) {
    Attempt known = found.isEmpty() ? null : found.get(found.size() - 1);
    if (known == null || !known.isSameAs(attempt.at())) {
      found.add(attempt);
      return;
    }
    Instant retry = attempt.nextRetry() == null ? known.nextRetry() : attempt.nextRetry();
    found.set(
        found.size() - 1, new Attempt(known.at(), retry, known.ourFault() && attempt.ourFault()));
  }

  /**
   * The date that was not paid; the first try that was the customer's fault, if others were not.
   */
  Instant since() {
    return since;
  }

  /** Failed tries, the first one first. */
  List<Attempt> attempts() {
    return attempts;
  }

  boolean isOurFault() {
    return ourFault;
  }

  /** When access ends; a grace that comes later counts from when it was given. */
  Instant suspendAt() {
    Instant at = since.plus(policy.grace());
    for (Grant grant : graces) {
      at = later(at, grant.at()).plus(grant.time());
    }
    return holds.held(at);
  }

  /** When all is over. */
  Instant endAt() {
    Instant at = since.plus(policy.end());
    for (Grant grant : graces) {
      at = at.plus(grant.time());
    }
    return holds.held(later(at, suspendAt()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** When the provider tries again, as it said or as it usually does; null if it will not. */
  @Nullable Instant nextRetry(boolean exhausted) {
    if (exhausted || attempts.isEmpty() || attempts.size() >= TRIES) {
      return null;
    }
    Attempt newest = attempts.get(attempts.size() - 1);
    return newest.nextRetry() == null ? newest.at().plus(RETRY) : newest.nextRetry();
  }

  /**
   * The time between two payments.
   *
   * @param paidThrough the end of what was paid
   * @param after when the last payment was; null if there was none
   * @param before when the next one was; null if there is none
   */
  record Gap(Instant paidThrough, @Nullable Instant after, @Nullable Instant before) {
    boolean holds(Instant at) {
      return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }
  }

  /** One failed try, however often it was reported. */
  record Attempt(Instant at, @Nullable Instant nextRetry, boolean ourFault) {
    boolean isSameAs(Instant other) {
      return Duration.between(at, other).abs().compareTo(ONE_TRY) <= 0;
    }
  }
}
