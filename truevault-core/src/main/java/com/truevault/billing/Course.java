package com.truevault.billing;

import com.truevault.billing.Fact.Grant;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Lapse.Gap;
import com.truevault.billing.PaidTime.Paid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from payment to payment: which sales count, and whether it was over before one of them.
 * What is over stays over, so money that comes later is for a person to look at.
 */
final class Course {
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private final BillingFacts all;
  private final BillingPolicy policy;
  private final SortedFacts facts;
  private final TermsHistory terms;
  private final Provider provider;
  private final Holds holds = new Holds();
  private final Doubts doubts;
  private final PaidTime time;
  private final @Nullable Instant cancelledAt;
  private @Nullable End ruled;
  private final List<End> ends = new ArrayList<>();
  private final List<Grant> graces = new ArrayList<>();
  private final List<Sale> late = new ArrayList<>();
  private final List<Refunded> refunded = new ArrayList<>();

  Course(BillingFacts all, BillingPolicy policy) {
    this.all = all;
    this.policy = policy;
    this.facts = new SortedFacts(all.facts());
    this.terms = new TermsHistory(all.opened(), facts);
    this.provider = new Provider(facts.snapshots());
    this.doubts = new Doubts(all.subscription(), facts, holds, policy.checkPatience());
    this.time = new PaidTime(facts, all.opened().cycle(), policy.renewalPatience());
    this.cancelledAt = Timekeeper.earlier(provider.endedAt(), cancelAsked());
    go();
  }

  private void go() {
    provider.newest().ifPresent(newest -> doubts.about(newest, all.opened()));
    for (Sale sale : facts.undecided()) {
      holds.add(sale.at(), sale.at().plus(policy.grace()), facts.deniedAt(sale.saleId()));
    }
    Iterator<Grant> grants = facts.grants().iterator();
    Grant grant = next(grants);
    for (Sale sale : facts.sales()) {
      while (grant != null && grant.at().isBefore(sale.at())) {
        give(grant);
        grant = next(grants);
      }
      if (sale.state() == SaleState.COMPLETED
          && (terms.agrees(sale) || doubts.accepts(sale, all.opened()))) {
        count(sale);
      }
    }
    while (grant != null) {
      give(grant);
      grant = next(grants);
    }
    endByFacts();
    settle();
  }

  private static @Nullable Grant next(Iterator<Grant> grants) {
    return grants.hasNext() ? grants.next() : null;
  }

  /** What is given after the end brings nothing back. */
  private void give(Grant grant) {
    if (isOverBefore(grant.at())) {
      return;
    }
    if (grant.kind() == Fact.GrantKind.BONUS) {
      time.add(grant);
    } else {
      graces.add(grant);
    }
  }

  private void count(Sale sale) {
    Instant repaidAt = facts.fullyRepaid(sale);
    if (isOverBefore(sale.at())) {
      if (repaidAt == null) {
        late.add(sale);
      }
      return;
    }
    Paid paid = time.place(sale);
    if (repaidAt != null && repaidAt.isBefore(paid.end())) {
      refunded.add(new Refunded(paid, repaidAt));
      if (!paid.start().isAfter(repaidAt)) {
        time.add(paid.cutAt(repaidAt));
      }
      return;
    }
    if (time.last() != null && paid.isEarly()) {
      doubts.add(
          "second-charge:" + sale.saleId(),
          sale.at(),
          "sale " + sale.saleId() + " was charged in a period that was paid already");
    }
    time.add(paid);
  }

  /** What happened may have come after an end that time had brought already. */
  private void settle() {
    End over = end();
    Paid last = time.last();
    if (over == null) {
      return;
    }
    if (ruled == null && (last == null || last.sale().at().isBefore(over.at()))) {
      isOverBefore(over.at());
    }
    End first = Objects.requireNonNull(end());
    late.forEach(sale -> doubtLate(sale, first));
    for (Paid paid : time.paid()) {
      if (paid.sale().at().isAfter(first.at())) {
        doubtLate(paid.sale(), first);
      }
    }
  }

  /** Money that is due back anyway needs nobody to look at it. */
  private void doubtLate(Sale sale, End end) {
    if (end.reason() != EndReason.SUPERSEDED) {
      doubts.add(
          Doubts.about(sale),
          sale.at(),
          "sale " + sale.saleId() + " was charged after the end at " + end.at());
    }
  }

  /** Whether an end was due before that moment; then it stays. */
  private boolean isOverBefore(Instant moment) {
    if (ruled == null) {
      End end = isUnbegun() ? endUnbegun() : endBetween(moment);
      ruled = end != null && end.at().isBefore(moment) ? end : null;
    }
    return ruled != null;
  }

  private @Nullable End endBetween(Instant next) {
    Instant through = time.throughAsOf(next);
    if (through == null) {
      return null;
    }
    End cancelled = endCancelled(through);
    if (next.isBefore(through.plus(policy.end()))) {
      return cancelled;
    }
    Lapse lapse = lapse(through, next);
    return lapse.isOurFault() ? cancelled : End.first(cancelled, endUnpaid(lapse));
  }

  /** The end of what was cancelled; null if it was not. */
  @Nullable End endCancelled(Instant through) {
    if (cancelledAt == null) {
      return null;
    }
    Instant at = through.isAfter(cancelledAt) ? through : cancelledAt;
    EndReason reason = provider.isExpired() ? EndReason.EXPIRED : EndReason.CANCELLED;
    return new End(
        reason,
        at,
        (provider.isExpired() ? "ran out at the provider on " : "cancelled on ")
            + cancelledAt
            + ", paid through "
            + through);
  }

  End endUnpaid(Lapse lapse) {
    return new End(
        EndReason.NONPAYMENT,
        lapse.endAt(),
        "the renewal due " + lapse.since() + " was not paid until " + lapse.endAt());
  }

  /** The end of what never began. */
  End endUnbegun() {
    Instant begun = begun();
    Instant patient = approvalEndsAt();
    End end;
    if (begun == null || begun.isAfter(patient)) {
      end =
          new End(
              EndReason.ABANDONED,
              patient,
              "opened " + all.openedAt() + " and not approved until " + patient);
    } else {
      Instant unpaid = holds.held(provider.dueAfter(begun).plus(policy.end()));
      end =
          new End(
              EndReason.NONPAYMENT, unpaid, "approved " + begun + " and not paid until " + unpaid);
    }
    return cancelledAt == null || end.at().isBefore(cancelledAt)
        ? end
        : new End(
            provider.isExpired() ? EndReason.EXPIRED : EndReason.ABANDONED,
            cancelledAt,
            "ended on " + cancelledAt + " before the first payment");
  }

  private Instant approvalEndsAt() {
    return holds.held(all.openedAt().plus(policy.approvalPatience()));
  }

  /** When the customer agreed, by whatever shows it; null if nothing does. */
  private @Nullable Instant begun() {
    Instant begun = provider.approvedAt();
    for (Sale sale : facts.sales()) {
      begun = Timekeeper.earlier(begun, sale.at());
    }
    for (Fact.Failure failure : facts.failures()) {
      begun = Timekeeper.earlier(begun, failure.at());
    }
    return begun;
  }

  private void endByFacts() {
    for (Repayment repayment : facts.repayments()) {
      if (repayment.kind() == RepaymentKind.REVERSAL) {
        ends.add(
            new End(
                EndReason.CHARGEBACK,
                repayment.at(),
                "sale " + repayment.saleId() + " was taken back on " + repayment.at()));
        doubts.add(
            "chargeback:" + repayment.id(),
            repayment.at(),
            repayment.amount() + " of sale " + repayment.saleId() + " was taken back");
      }
    }
    if (facts.withdrawn() != null) {
      Instant at = facts.withdrawn().at();
      ends.add(new End(EndReason.WITHDRAWN, at, "the customer withdrew on " + at));
    }
    if (facts.superseded() != null) {
      Instant at = facts.superseded().at();
      ends.add(
          new End(EndReason.SUPERSEDED, at, facts.superseded().by() + " took its place on " + at));
    }
    for (Refunded one : refunded) {
      Instant left = time.through(one.at());
      if (!one.paid().start().isAfter(one.at()) && (left == null || !left.isAfter(one.at()))) {
        String sale = one.paid().sale().saleId();
        ends.add(
            new End(
                isWithdrawnBy(one.at()) ? EndReason.WITHDRAWN : EndReason.REFUNDED,
                one.at(),
                "sale " + sale + " was given back on " + one.at()));
      }
    }
  }

  private boolean isWithdrawnBy(Instant moment) {
    Fact.Withdrawn withdrawn = facts.withdrawn();
    return withdrawn != null && !withdrawn.at().isAfter(moment.plus(CLOCKS_DIFFER));
  }

  /** The first end that is certain by the facts; null if there is none. */
  @Nullable End end() {
    End first = ruled;
    for (End end : ends) {
      first = End.first(first, end);
    }
    return first;
  }

  /** Whether nothing was ever paid, and nothing carried over to what was approved in time. */
  boolean isUnbegun() {
    if (time.last() != null) {
      return false;
    }
    Instant begun = begun();
    return facts.carried() == null
        || (provider.wasUnapproved() && (begun == null || begun.isAfter(approvalEndsAt())));
  }

  Lapse lapse(Instant through, @Nullable Instant before) {
    Paid last = time.last();
    Instant paidAt = last == null ? null : last.sale().at();
    return new Lapse(facts, graces, holds, policy, new Gap(through, paidAt, before));
  }

  /** Whether the customer sent money since the last payment that is not counted yet. */
  boolean hasUnclearMoney() {
    Paid last = time.last();
    Instant paidAt = last == null ? null : last.sale().at();
    for (Sale sale : facts.sales()) {
      if (sale.state() == SaleState.PENDING && (paidAt == null || sale.at().isAfter(paidAt))) {
        return true;
      }
    }
    return doubts.isMoneyUnclear(paidAt);
  }

  private @Nullable Instant cancelAsked() {
    Instant asked = facts.cancelAsked() == null ? null : facts.cancelAsked().at();
    return Timekeeper.earlier(asked, Disputes.cancelledAt(facts.disputes()));
  }

  @Nullable Instant cancelledAt() {
    return cancelledAt;
  }

  SortedFacts facts() {
    return facts;
  }

  TermsHistory terms() {
    return terms;
  }

  Provider provider() {
    return provider;
  }

  Holds holds() {
    return holds;
  }

  Doubts doubts() {
    return doubts;
  }

  PaidTime time() {
    return time;
  }

  private record Refunded(Paid paid, Instant at) {}
}
