package com.truevault.web.admin.money;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.user.Plan;
import com.truevault.web.billing.MoneyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as operators see it.
 *
 * @param state one of the six states
 * @param isInReview whether a person has to look
 */
public record AdminSubscriptionJson(
    String id,
    String userId,
    @Nullable String gatewayId,
    Plan planName,
    MoneyJson planPrice,
    BillingCycle billingCycle,
    BillingStatus state,
    @Nullable EndReason endReason,
    Instant startDate,
    @Nullable Instant paidThrough,
    @Nullable Instant pastDueSince,
    @Nullable Instant graceUntil,
    @Nullable Instant checkedAt,
    boolean isInReview) {

  static AdminSubscriptionJson from(Subscription subscription, String userId) {
    Standing standing = subscription.standing();
    return new AdminSubscriptionJson(
        subscription.publicId(),
        userId,
        subscription.gatewayId(),
        subscription.plan(),
        MoneyJson.from(subscription.price()),
        subscription.cycle(),
        standing.status(),
        standing.endReason(),
        subscription.startDate(),
        subscription.paidThrough(),
        standing.pastDueSince(),
        standing.graceUntil(),
        standing.checkedAt(),
        standing.inReview());
  }
}
