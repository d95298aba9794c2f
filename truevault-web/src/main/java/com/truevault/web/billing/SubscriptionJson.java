package com.truevault.web.billing;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.EndReason;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.Terms;
import com.truevault.user.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user pays for, and until when it is paid.
 *
 * @param nextTerms what will be in force from the next payment on, if it is something else
 * @param pastDueSince the first failure of a renewal that is still open
 * @param graceUntil when access ends unless it is paid by then
 * @param endReason why it is over
 * @param inReview whether somebody has to look at a payment
 * @param disputed whether access is off because the payer disputes a payment
 */
public record SubscriptionJson(
    String id,
    Plan planName,
    MoneyJson planPrice,
    BillingCycle billingCycle,
    SubscriptionStatus status,
    Instant startDate,
    @Nullable Instant paidThrough,
    @Nullable Instant nextBillingDate,
    @Nullable TermsJson nextTerms,
    @Nullable Instant pastDueSince,
    @Nullable Instant graceUntil,
    @Nullable Instant cancelledDate,
    String cancellationReason,
    @Nullable EndReason endReason,
    boolean inReview,
    boolean disputed) {

  /** The subscription as it is answered. */
  public static SubscriptionJson from(Subscription subscription) {
    Standing standing = subscription.standing();
    Terms next = standing.next();
    return new SubscriptionJson(
        subscription.publicId(),
        subscription.plan(),
        MoneyJson.from(subscription.price()),
        subscription.cycle(),
        subscription.status(),
        subscription.startDate(),
        subscription.paidThrough(),
        subscription.nextBillingDate(),
        next == null ? null : TermsJson.from(next),
        standing.pastDueSince(),
        standing.graceUntil(),
        subscription.cancelledDate(),
        subscription.cancellationReason(),
        standing.endReason(),
        standing.inReview(),
        standing.blocked());
  }
}
