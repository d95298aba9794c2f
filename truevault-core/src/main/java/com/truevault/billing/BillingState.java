package com.truevault.billing;

import com.truevault.billing.Fact.Sale;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription stands: a pure function of facts, policy and time.
 *
 * @param endReason null unless it is over
 * @param endedAt when it was over by the rules, whenever that was noticed; null unless it is over
 * @param terms in force now
 * @param nextTerms what will be in force later; null if nothing else
 * @param anchor where the first paid period begins; null before the first payment
 * @param paidThrough the end of what is paid, granted or carried over; null before the first
 *     payment
 * @param dunning the open failure; null while there is none
 * @param lastPayment the newest sale that counts; null before the first
 * @param doubts what a person has to look at and has not; the doubt about a sale whose amount
 *     nobody agreed to is about {@code sale:} and its id
 * @param changesAt when time alone may change this, or when the provider has to be asked before it
 *     may; null if it never will
 * @param checkDue whether harm is due that waits for an answer of the provider
 * @param rule the rule that decided, in words for support, with its dates
 */
public record BillingState(
    BillingStatus status,
    @Nullable EndReason endReason,
    @Nullable Instant endedAt,
    Terms terms,
    @Nullable Terms nextTerms,
    @Nullable Instant anchor,
    @Nullable Instant paidThrough,
    @Nullable Dunning dunning,
    @Nullable Sale lastPayment,
    Set<BillingFlag> flags,
    List<Fact.Review> doubts,
    @Nullable Instant changesAt,
    boolean checkDue,
    String rule) {

  /** Copies the flags and the doubts. */
  public BillingState {
    flags = Set.copyOf(flags);
    doubts = List.copyOf(doubts);
  }

  /**
   * The state that follows from the facts, in whatever order and however often they are given. By
   * time alone it goes on to {@link BillingStatus#PAST_DUE}, {@link BillingStatus#SUSPENDED} and
   * {@link BillingStatus#ENDED} and never back.
   */
  public static BillingState evaluate(BillingFacts facts, BillingPolicy policy, Instant now) {
    return new Evaluation(facts, policy, now).state();
  }

  /** What the row of the subscription says. */
  public SubscriptionStatus subscriptionStatus() {
    return switch (status) {
      case PENDING -> SubscriptionStatus.PENDING;
      case ACTIVE -> SubscriptionStatus.ACTIVE;
      case PAST_DUE -> SubscriptionStatus.GRACE_PERIOD;
      case SUSPENDED -> SubscriptionStatus.SUSPENDED;
      case CANCEL_SCHEDULED -> SubscriptionStatus.CANCELLED;
      case ENDED ->
          endReason == EndReason.CANCELLED
              ? SubscriptionStatus.CANCELLED
              : SubscriptionStatus.EXPIRED;
    };
  }

  /**
   * An open failure.
   *
   * @param since the date of the renewal that was not paid, from which all else counts; it may be
   *     some hours ahead where the provider tries before the date
   * @param attempts failed tries so far, 0 for a renewal that nobody reported
   * @param nextRetry when the provider tries again; null if it will not
   * @param graceUntil when access ends
   * @param endsAt when the subscription ends
   * @param retriesExhausted whether the provider gave up, so that paying means subscribing anew
   * @param ourFault whether the customer is not to be reminded
   */
  public record Dunning(
      Instant since,
      int attempts,
      @Nullable Instant nextRetry,
      Instant graceUntil,
      Instant endsAt,
      boolean retriesExhausted,
      boolean ourFault) {}
}
