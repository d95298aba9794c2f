package com.truevault.billing;

import com.truevault.billing.BillingState.Dunning;
import com.truevault.billing.Fact.ChangeAsked;
import com.truevault.billing.PaidTime.Paid;
import com.truevault.billing.TermsHistory.InForce;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation of the facts. */
final class Evaluation {
  private final BillingPolicy policy;
  private final Course course;
  private final Timekeeper time;

  Evaluation(BillingFacts facts, BillingPolicy policy, Instant now) {
    this.policy = policy;
    this.course = new Course(facts, policy);
    this.time = new Timekeeper(now, facts.checkedAt(), policy.checkPatience());
  }

  BillingState state() {
    End over = course.end();
    if (over != null) {
      return ended(over);
    }
    Instant through = course.time().through();
    if (through == null || course.isUnbegun()) {
      return unbegun();
    }
    Lapse lapse = course.lapse(through, null);
    End cancelled = course.endCancelled(through);
    return cancelled == null ? running(through, lapse) : cancelled(through, cancelled, lapse);
  }

  private BillingState unbegun() {
    End end = course.endUnbegun();
    if (end.at().equals(course.cancelledAt()) || time.harms(end.at())) {
      return ended(end);
    }
    return state(BillingStatus.PENDING, null, "waits for the first payment until " + end.at());
  }

  private BillingState cancelled(Instant through, End end, Lapse lapse) {
    End unpaid = course.endUnpaid(lapse);
    if (!lapse.isOurFault() && !unpaid.at().isAfter(end.at().plus(Course.CLOCKS_DIFFER))) {
      return ended(unpaid);
    }
    // Who has nothing left loses nothing; else a renewal may have been paid in spite of it.
    boolean over =
        end.at().isAfter(through)
            || (course.provider().endedAt() == null
                ? time.harms(end.at())
                : time.reached(end.at()));
    return over ? ended(end) : state(BillingStatus.CANCEL_SCHEDULED, null, end.rule());
  }

  private BillingState running(Instant through, Lapse lapse) {
    boolean isReported = !lapse.attempts().isEmpty();
    if (!isReported && !time.harms(missingAt(through))) {
      return state(BillingStatus.ACTIVE, null, payment() + " until " + through);
    }
    Dunning dunning = dunning(lapse);
    String rule =
        "the renewal due "
            + through
            + (isReported ? " failed on " + lapse.attempts().get(0).at() : " did not arrive");
    if (lapse.isOurFault()) {
      return state(BillingStatus.PAST_DUE, dunning, rule + " for no fault of the customer");
    }
    if (time.harms(dunning.endsAt())) {
      return ended(course.endUnpaid(lapse));
    }
    if (time.harms(dunning.graceUntil())) {
      return state(
          BillingStatus.SUSPENDED, dunning, rule + "; grace ended " + dunning.graceUntil());
    }
    return state(BillingStatus.PAST_DUE, dunning, rule + "; grace until " + dunning.graceUntil());
  }

  private Dunning dunning(Lapse lapse) {
    boolean exhausted = course.provider().isSuspended();
    int attempts = lapse.attempts().size();
    return new Dunning(
        lapse.since(),
        attempts == 0 && course.provider().isOwed()
            ? Math.max(1, course.provider().failedPayments())
            : attempts,
        lapse.nextRetry(exhausted),
        lapse.suspendAt(),
        lapse.endAt(),
        exhausted,
        lapse.isOurFault() || course.hasUnclearMoney());
  }

  /** When a renewal that nobody reported is missing. */
  private Instant missingAt(Instant through) {
    Provider provider = course.provider();
    if (provider.isOwed() || provider.isSuspended()) {
      return course.holds().held(through);
    }
    return course.holds().held(through.plus(policy.renewalPatience()));
  }

  private String payment() {
    Paid last = course.time().last();
    return last == null
        ? "time was carried over"
        : "sale " + last.sale().saleId() + " of " + last.sale().at() + " counts";
  }

  private BillingState ended(End end) {
    InForce terms = terms(new Timekeeper(end.at(), null, Duration.ZERO));
    return state(BillingStatus.ENDED, end, new InForce(terms.current(), null), null, end.rule());
  }

  private BillingState state(BillingStatus status, @Nullable Dunning dunning, String rule) {
    InForce terms = terms(time);
    boolean renews = status != BillingStatus.CANCEL_SCHEDULED;
    return state(status, null, renews ? terms : new InForce(terms.current(), null), dunning, rule);
  }

  private InForce terms(Timekeeper when) {
    return course.terms().inForce(course.time()::throughAsOf, when);
  }

  private BillingState state(
      BillingStatus status,
      @Nullable End end,
      InForce terms,
      @Nullable Dunning dunning,
      String rule) {
    boolean over = end != null;
    return new BillingState(
        status,
        end == null ? null : end.reason(),
        end == null ? null : end.at(),
        terms.current(),
        terms.next(),
        course.time().last() == null ? null : course.time().anchor(),
        course.time().through(),
        dunning,
        course.time().lastKept(),
        flags(status, terms),
        course.doubts().open(),
        over ? null : time.changesAt(),
        !over && time.isCheckDue(),
        rule);
  }

  private Set<BillingFlag> flags(BillingStatus status, InForce terms) {
    Set<BillingFlag> flags = EnumSet.noneOf(BillingFlag.class);
    Disputes.flag(course.facts().disputes(), flags);
    if (!course.doubts().open().isEmpty()) {
      flags.add(BillingFlag.REVIEW);
    }
    if (status != BillingStatus.CANCEL_SCHEDULED
        && status != BillingStatus.ENDED
        && (terms.next() != null || isWaitingForApproval())) {
      flags.add(BillingFlag.PLAN_CHANGE_PENDING);
    }
    return flags;
  }

  /** A wish that was not approved for so long is taken for withdrawn. */
  private boolean isWaitingForApproval() {
    ChangeAsked wish = course.terms().unapproved();
    return wish != null && !time.reached(wish.at().plus(policy.approvalPatience()));
  }
}
