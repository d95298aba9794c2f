package com.truevault.ledger;

import com.truevault.billing.Money;
import com.truevault.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the payment_failures table: one for each renewal that failed, however often it is tried.
 *
 * @param subscription public id
 * @param failedAt the first failure; unique together with the subscription
 * @param retryCount tries after the first
 * @param resolvedAt null while it is open
 */
public record FailedPayment(
    UserId user,
    String subscription,
    Money amount,
    String reason,
    Instant failedAt,
    int retryCount,
    @Nullable Instant nextRetry,
    @Nullable Instant resolvedAt) {}
