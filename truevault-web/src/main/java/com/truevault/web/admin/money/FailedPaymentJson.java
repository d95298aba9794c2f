package com.truevault.web.admin.money;

import com.truevault.ledger.FailedPayment;
import com.truevault.web.billing.MoneyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A renewal that could not be collected. */
public record FailedPaymentJson(
    String subscription,
    MoneyJson amount,
    String reason,
    Instant failedAt,
    int retryCount,
    @Nullable Instant nextRetryDate) {

  static FailedPaymentJson from(FailedPayment failed) {
    return new FailedPaymentJson(
        failed.subscription(),
        MoneyJson.from(failed.amount()),
        failed.reason(),
        failed.failedAt(),
        failed.retryCount(),
        failed.nextRetry());
  }
}
