package com.truevault.paypal.testing;

import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import java.time.Instant;

/**
 * Money that PayPal took from a buyer, or tried to.
 *
 * @param payment what PayPal calls the payment that the sale belongs to
 * @param fee what PayPal keeps
 * @param repaid what went back so far
 */
public record FakeSale(
    String id,
    String payment,
    String subscription,
    Money gross,
    Money fee,
    Money repaid,
    SaleState state,
    boolean reversed,
    Instant at,
    Instant changedAt) {

  /** What can still go back, in minor units. */
  public long left() {
    return state == SaleState.COMPLETED ? gross.minor() - repaid.minor() : 0;
  }

  FakeSale as(SaleState other, Instant now) {
    return new FakeSale(id, payment, subscription, gross, fee, repaid, other, reversed, at, now);
  }

  FakeSale repaid(Money amount, boolean byReversal, Instant now) {
    return new FakeSale(
        id,
        payment,
        subscription,
        gross,
        fee,
        new Money(repaid.minor() + amount.minor(), gross.currency()),
        state,
        reversed || byReversal,
        at,
        now);
  }

  /** The word of the older payments API. */
  String stateWord() {
    return switch (state) {
      case PENDING -> "pending";
      case DENIED -> "denied";
      case COMPLETED ->
          repaid.minor() == 0 ? "completed" : left() == 0 ? "refunded" : "partially_refunded";
    };
  }

  /** The word of a subscription's list of transactions. */
  String transactionWord() {
    return switch (state) {
      case PENDING -> "PENDING";
      case DENIED -> "DECLINED";
      case COMPLETED ->
          repaid.minor() == 0 ? "COMPLETED" : left() == 0 ? "REFUNDED" : "PARTIALLY_REFUNDED";
    };
  }
}
