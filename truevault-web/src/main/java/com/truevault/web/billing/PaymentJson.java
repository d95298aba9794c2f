package com.truevault.web.billing;

import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import java.time.Instant;

/**
 * A payment of the user.
 *
 * @param id of the sale at the payment provider
 * @param subscription id
 * @param repaid what was given back so far
 * @param inReview whether somebody has to look at it first
 */
public record PaymentJson(
    String id,
    String subscription,
    MoneyJson amount,
    MoneyJson repaid,
    PaymentStatus status,
    Instant paidAt,
    boolean inReview) {
  static PaymentJson from(Payment payment) {
    return new PaymentJson(
        payment.saleId(),
        payment.subscription(),
        MoneyJson.from(payment.amount()),
        MoneyJson.from(payment.repaid()),
        payment.status(),
        payment.paidAt(),
        payment.suspended());
  }
}
