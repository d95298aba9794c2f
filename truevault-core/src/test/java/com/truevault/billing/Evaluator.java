package com.truevault.billing;

import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tells where a subscription stands: the real rules, and two that are known to be wrong. */
@FunctionalInterface
public interface Evaluator {
  /** The rules that count. */
  Evaluator REAL = (facts, now) -> BillingState.evaluate(facts, BillingPolicy.STANDARD, now);

  /** A handler as found in the wild: each event changes a row when it arrives. */
  Evaluator BY_ARRIVAL =
      (facts, now) -> {
        BillingStatus status = BillingStatus.PENDING;
        Instant paidThrough = null;
        for (Fact fact : facts.facts()) {
          if (fact instanceof Fact.Sale sale && sale.state() == SaleState.COMPLETED) {
            status = BillingStatus.ACTIVE;
            paidThrough = facts.opened().cycle().after(sale.at());
          } else if (fact instanceof Fact.Failure) {
            status = BillingStatus.PAST_DUE;
          } else if (fact instanceof Fact.Snapshot snapshot) {
            status = word(snapshot);
          }
        }
        return wrong(facts, status, paidThrough);
      };

  /** A handler that believes the provider's status word, and nothing else. */
  Evaluator BY_STATUS_WORD =
      (facts, now) -> {
        Fact.Snapshot newest = null;
        for (Fact fact : facts.facts()) {
          if (fact instanceof Fact.Snapshot shown
              && (newest == null || shown.at().isAfter(newest.at()))) {
            newest = shown;
          }
        }
        BillingStatus status = newest == null ? BillingStatus.PENDING : word(newest);
        return wrong(
            facts, status, newest == null ? null : newest.at().plus(Duration.ofDays(36_500)));
      };

  /** Where the subscription stands at that moment. */
  BillingState evaluate(BillingFacts facts, Instant now);

  private static BillingStatus word(Fact.Snapshot snapshot) {
    return switch (snapshot.status()) {
      case APPROVAL_PENDING, APPROVED, UNKNOWN -> BillingStatus.PENDING;
      case ACTIVE -> BillingStatus.ACTIVE;
      case SUSPENDED -> BillingStatus.SUSPENDED;
      case CANCELLED, EXPIRED -> BillingStatus.ENDED;
    };
  }

  private static BillingState wrong(
      BillingFacts facts, BillingStatus status, @Nullable Instant paidThrough) {
    return new BillingState(
        status,
        status == BillingStatus.ENDED ? EndReason.CANCELLED : null,
        null,
        facts.opened(),
        null,
        null,
        paidThrough,
        null,
        null,
        java.util.Set.of(),
        java.util.List.of(),
        null,
        false,
        "");
  }
}
