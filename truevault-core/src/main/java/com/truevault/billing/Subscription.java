package com.truevault.billing;

import com.truevault.user.Plan;
import com.truevault.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user pays for.
 *
 * @param publicId what URLs and the gateway call it
 * @param gatewayId what the gateway calls it; null until the gateway knows it
 * @param price of one cycle, as agreed when it was opened
 * @param paidThrough access is paid until then; null before the first payment
 * @param standing what follows from the facts beyond the columns before
 */
public record Subscription(
    String publicId,
    UserId user,
    @Nullable String gatewayId,
    Plan plan,
    Money price,
    BillingCycle cycle,
    SubscriptionStatus status,
    Instant startDate,
    @Nullable Instant paidThrough,
    @Nullable Instant cancelledDate,
    String cancellationReason,
    Standing standing) {

  /** The subscription as the gateway knows it. */
  public Subscription knownAs(String id) {
    return new Subscription(
        publicId,
        user,
        id,
        plan,
        price,
        cycle,
        status,
        startDate,
        paidThrough,
        cancelledDate,
        cancellationReason,
        standing);
  }

  /** The subscription paid for one cycle from that moment. */
  public Subscription activated(Instant at) {
    return new Subscription(
        publicId,
        user,
        gatewayId,
        plan,
        price,
        cycle,
        SubscriptionStatus.ACTIVE,
        at,
        cycle.after(at),
        null,
        "",
        standing);
  }

  /** The subscription to be looked at again then. */
  public Subscription dueAgain(Instant at) {
    return new Subscription(
        publicId,
        user,
        gatewayId,
        plan,
        price,
        cycle,
        status,
        startDate,
        paidThrough,
        cancelledDate,
        cancellationReason,
        standing.dueAgain(at));
  }

  /** When the next payment is due; null unless it is active. */
  public @Nullable Instant nextBillingDate() {
    return status == SubscriptionStatus.ACTIVE ? paidThrough : null;
  }
}
