package com.truevault.paypal.model;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingFlag;
import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.FactStore.Recorded;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.paypal.testing.FakeSale;
import com.truevault.paypal.testing.FakeSubscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription has to stand by PayPal's own books and what was asked for here, worked out
 * in the plainest way. What is not plain, such as money that a person has to look at, it leaves
 * open.
 */
final class Oracle {
  private static final Duration GRACE = Duration.ofDays(11);
  private static final Duration END = Duration.ofDays(30);
  private static final Duration PATIENCE = Duration.ofHours(36);
  private static final Duration APPROVAL = Duration.ofDays(3);

  private final House house;
  private final Subscription row;
  private final @Nullable FakeSubscription truth;
  private final List<Fact> facts;
  private final Instant now;

  Oracle(House house, Subscription row, @Nullable FakeSubscription truth) {
    this.house = house;
    this.row = row;
    this.truth = truth;
    this.facts = house.storage.facts().of(row.publicId()).stream().map(Recorded::fact).toList();
    this.now = house.clock.instant();
  }

  /** The states that it may be in. */
  Set<BillingStatus> allowed() {
    boolean isOver =
        has(Fact.Withdrawn.class)
            || has(Fact.Superseded.class)
            || sales().stream().anyMatch(FakeSale::reversed);
    if (isOver) {
      return EnumSet.of(BillingStatus.ENDED);
    }
    if (truth == null
        || truth.status() == ProviderStatus.APPROVAL_PENDING
        || (sales().isEmpty() && !has(Fact.Carried.class))) {
      return unpaid();
    }
    if (isApprovedTooLate()) {
      return EnumSet.of(BillingStatus.ENDED, BillingStatus.CANCEL_SCHEDULED);
    }
    if (isUnclear()) {
      return EnumSet.allOf(BillingStatus.class);
    }
    return paid(through());
  }

  /** Agreed to when nobody waited any more, never charged, and ended for that. */
  private boolean isApprovedTooLate() {
    return truth != null
        && truth.status().isFinal()
        && sales().isEmpty()
        && row.standing().endReason() == EndReason.ABANDONED
        && !truth.statusAt().isBefore(row.startDate().plus(APPROVAL));
  }

  private Set<BillingStatus> unpaid() {
    boolean isFresh = now.isBefore(row.startDate().plus(APPROVAL));
    if (isFresh) {
      return EnumSet.of(BillingStatus.PENDING, BillingStatus.ENDED);
    }
    return truth == null || truth.status() == ProviderStatus.APPROVAL_PENDING
        ? EnumSet.of(BillingStatus.ENDED)
        : EnumSet.of(BillingStatus.PENDING, BillingStatus.ENDED);
  }

  private Set<BillingStatus> paid(Instant through) {
    boolean ends = has(Fact.CancelAsked.class) || (truth != null && truth.status().isFinal());
    if (now.isBefore(through)) {
      return EnumSet.of(ends ? BillingStatus.CANCEL_SCHEDULED : BillingStatus.ACTIVE);
    }
    if (ends || !now.isBefore(through.plus(END))) {
      return EnumSet.of(BillingStatus.ENDED);
    }
    boolean failed = truth != null && (truth.lastFailed() != null || truth.outstanding() > 0);
    if (!failed) {
      return now.isBefore(through.plus(PATIENCE))
          ? EnumSet.of(BillingStatus.ACTIVE, BillingStatus.PAST_DUE)
          : EnumSet.of(BillingStatus.PAST_DUE, BillingStatus.SUSPENDED);
    }
    return now.isBefore(through.plus(GRACE))
        ? EnumSet.of(BillingStatus.PAST_DUE)
        : EnumSet.of(BillingStatus.SUSPENDED);
  }

  /** Whether it takes more than counting to say what is paid. */
  boolean isUnclear() {
    BillingState state = house.vault().subscriptions().state(row);
    return state.flags().contains(BillingFlag.REVIEW)
        || facts.stream().anyMatch(Oracle::isUnclear)
        || house.fake.salesOf(id()).stream()
            .anyMatch(sale -> sale.state() != SaleState.COMPLETED || sale.left() == 0);
  }

  private static boolean isUnclear(Fact fact) {
    return fact instanceof Fact.Review
        || fact instanceof Fact.Dispute
        || (fact instanceof Fact.Failure failure && failure.isOurFault());
  }

  /** The end of what is paid: a cycle for each sale, counted from the start. */
  private Instant through() {
    Instant carried =
        facts.stream()
            .filter(Fact.Carried.class::isInstance)
            .map(fact -> ((Fact.Carried) fact).until())
            .findFirst()
            .orElse(null);
    if (sales().isEmpty()) {
      return carried == null ? row.startDate() : carried;
    }
    Instant anchor = truth == null ? row.startDate() : truth.startsAt();
    if (anchor.isBefore(sales().get(0).at().minus(Duration.ofDays(1)))) {
      anchor = sales().get(0).at();
    }
    int months = row.cycle() == BillingCycle.YEARLY ? 12 : 1;
    Instant end =
        anchor.atOffset(ZoneOffset.UTC).plusMonths((long) months * sales().size()).toInstant();
    return carried != null && carried.isAfter(end) ? carried : end;
  }

  private List<FakeSale> sales() {
    return truth == null
        ? List.of()
        : house.fake.salesOf(id()).stream()
            .filter(sale -> sale.state() == SaleState.COMPLETED)
            .toList();
  }

  private String id() {
    return truth == null ? "" : truth.id();
  }

  private boolean has(Class<? extends Fact> kind) {
    return facts.stream().anyMatch(kind::isInstance);
  }
}
