package com.truevault.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription's row says of its {@link BillingState}, for lists and look-ups. It is a
 * projection: the facts decide.
 *
 * @param endReason null unless it is over
 * @param pastDueSince the first failure; null while none is open
 * @param graceUntil when access ends; null while no failure is open
 * @param lastPayment sale id of the newest payment that counts; null before the first
 * @param lastPaidAt when it was paid; null before the first
 * @param blocked whether access is off because the payer disputes the payment as not theirs
 * @param inReview whether a person has to look
 * @param next terms that will be in force later; null if none
 * @param predecessor public id of the subscription this one continues or replaces; null if none
 * @param checkedAt when the provider was last asked; null if never
 * @param dueAt when it has to be looked at again; null if never
 */
public record Standing(
    BillingStatus status,
    @Nullable EndReason endReason,
    @Nullable Instant pastDueSince,
    @Nullable Instant graceUntil,
    @Nullable String lastPayment,
    @Nullable Instant lastPaidAt,
    boolean blocked,
    boolean inReview,
    @Nullable Terms next,
    @Nullable String predecessor,
    @Nullable Instant checkedAt,
    @Nullable Instant dueAt) {
  /** That of a subscription of which nothing is known. */
  public static final Standing NEW =
      new Standing(
          BillingStatus.PENDING,
          null,
          null,
          null,
          null,
          null,
          false,
          false,
          null,
          null,
          null,
          null);

  /** That of a subscription of which nothing is known but what it continues or replaces. */
  public static Standing after(String predecessor) {
    return new Standing(
        BillingStatus.PENDING,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        predecessor,
        null,
        null);
  }

  /** The same, to be looked at then. */
  Standing dueAgain(Instant at) {
    return new Standing(
        status,
        endReason,
        pastDueSince,
        graceUntil,
        lastPayment,
        lastPaidAt,
        blocked,
        inReview,
        next,
        predecessor,
        checkedAt,
        at);
  }
}
