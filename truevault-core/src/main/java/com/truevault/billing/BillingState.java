package com.truevault.billing;

import java.time.Instant;
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
    Fact.@Nullable Sale lastPayment,
    Set<BillingFlag> flags,
    @Nullable Instant changesAt,
    boolean checkDue,
    String rule) {

  /** Copies the flags. */
  public BillingState {
    flags = Set.copyOf(flags);
  }

  /**
   * An open failure.
   *
   * @param since the first failure after the last payment, or the date of a renewal that is missing
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
