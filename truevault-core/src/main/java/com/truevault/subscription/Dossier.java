package com.truevault.subscription;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingFacts;
import com.truevault.billing.BillingPolicy;
import com.truevault.billing.BillingState;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.ChangeAsked;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.Snapshot;
import com.truevault.billing.FactStore;
import com.truevault.billing.FactStore.Recorded;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.billing.Terms;
import com.truevault.ledger.Sold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription's row with all its facts.
 *
 * @param facts without the one that says what was agreed when it was opened
 * @param opened what that was
 * @param openedAt when it was
 */
record Dossier(Subscription row, List<Fact> facts, Terms opened, Instant openedAt) {
  private static final Duration MONTH_ENDS_DIFFER_BY = Duration.ofDays(4);

  static Dossier of(Subscription row, FactStore store) {
    List<Fact> all = store.of(row.publicId()).stream().map(Recorded::fact).toList();
    ChangeAsked opening = all.stream().flatMap(Dossier::openings).findFirst().orElse(null);
    return new Dossier(
        row,
        all.stream().filter(fact -> openings(fact).findAny().isEmpty()).toList(),
        opening == null ? terms(row) : opening.terms(),
        opening == null ? row.startDate() : opening.at());
  }

  /** What was agreed when a subscription was opened; its row says what holds now. */
  static ChangeAsked opening(Subscription row) {
    return new ChangeAsked(
        row.publicId(), "tv-open-" + row.publicId(), row.startDate(), terms(row));
  }

  static Terms terms(Subscription row) {
    return new Terms(row.plan(), row.cycle(), row.price());
  }

  String id() {
    return row.publicId();
  }

  BillingState state(BillingPolicy policy, @Nullable Instant checkedAt, Instant now) {
    return BillingState.evaluate(
        new BillingFacts(id(), opened, openedAt, checkedAt, facts), policy, now);
  }

  /** What a sale was for: the time by which it moved the end of what is paid. */
  Sold sold(Sale sale, BillingPolicy policy) {
    BillingState before = at(sale, policy, fact -> !fact.equals(sale));
    BillingState after = at(sale, policy, fact -> true);
    Instant to = after.paidThrough();
    Instant paid = before.paidThrough();
    if (to == null || to.equals(paid)) {
      return new Sold(after.terms(), null, null);
    }
    return new Sold(after.terms(), start(after, to, paid), to);
  }

  /** Periods tile from the anchor on; only what was carried over ends elsewhere. */
  private static Instant start(BillingState after, Instant to, @Nullable Instant paid) {
    BillingCycle cycle = after.terms().cycle();
    if (paid != null && !cycle.after(paid).plus(MONTH_ENDS_DIFFER_BY).isBefore(to)) {
      return paid;
    }
    Instant anchor = after.anchor();
    for (int n = 1; anchor != null && !cycle.after(anchor, n).isAfter(to); n++) {
      if (cycle.after(anchor, n).equals(to)) {
        return cycle.after(anchor, n - 1);
      }
    }
    return cycle.after(to, -1);
  }

  /** How the provider described it last; empty if it never did. */
  Optional<Snapshot> snapshot() {
    return of(Snapshot.class)
        .max(
            Comparator.comparing((Snapshot known) -> known.status().isFinal())
                .thenComparing(Snapshot::at));
  }

  boolean isFinalAtProvider() {
    return snapshot().map(Snapshot::status).filter(ProviderStatus::isFinal).isPresent();
  }

  <T extends Fact> Stream<T> of(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast);
  }

  private BillingState at(Sale sale, BillingPolicy policy, Predicate<Fact> kept) {
    List<Fact> then =
        facts.stream().filter(fact -> !fact.at().isAfter(sale.at())).filter(kept).toList();
    return BillingState.evaluate(
        new BillingFacts(id(), opened, openedAt, sale.at(), then), policy, sale.at());
  }

  private static Stream<ChangeAsked> openings(Fact fact) {
    return fact instanceof ChangeAsked asked && asked.id().startsWith("tv-open-")
        ? Stream.of(asked)
        : Stream.empty();
  }
}
