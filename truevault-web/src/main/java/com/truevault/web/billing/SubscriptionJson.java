package com.truevault.web.billing;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.user.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a user pays for, and until when it is paid. */
public record SubscriptionJson(
    String id,
    Plan planName,
    MoneyJson planPrice,
    BillingCycle billingCycle,
    SubscriptionStatus status,
    Instant startDate,
    @Nullable Instant paidThrough,
    @Nullable Instant nextBillingDate,
    @Nullable Instant cancelledDate,
    String cancellationReason) {

  /** The subscription as it is answered. */
  public static SubscriptionJson from(Subscription subscription) {
    return new SubscriptionJson(
        subscription.publicId(),
        subscription.plan(),
        MoneyJson.from(subscription.price()),
        subscription.cycle(),
        subscription.status(),
        subscription.startDate(),
        subscription.paidThrough(),
        subscription.nextBillingDate(),
        subscription.cancelledDate(),
        subscription.cancellationReason());
  }
}
