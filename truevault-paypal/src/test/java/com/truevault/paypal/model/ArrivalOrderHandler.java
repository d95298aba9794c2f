package com.truevault.paypal.model;

import com.truevault.billing.BillingStatus;
import com.truevault.paypal.model.RecordedLife.Arrival;
import java.util.List;

/** How it is often done, and wrong: the event that arrived last decides. */
final class ArrivalOrderHandler {
  private ArrivalOrderHandler() {}

  static BillingStatus status(List<Arrival> arrivals) {
    BillingStatus status = BillingStatus.PENDING;
    for (Arrival arrival : arrivals) {
      status =
          switch (arrival.event().type()) {
            case "BILLING.SUBSCRIPTION.ACTIVATED", "PAYMENT.SALE.COMPLETED" -> BillingStatus.ACTIVE;
            case "BILLING.SUBSCRIPTION.PAYMENT.FAILED" -> BillingStatus.PAST_DUE;
            case "BILLING.SUBSCRIPTION.SUSPENDED" -> BillingStatus.SUSPENDED;
            case "BILLING.SUBSCRIPTION.CANCELLED",
                "PAYMENT.SALE.REFUNDED",
                "PAYMENT.SALE.REVERSED" ->
                BillingStatus.ENDED;
            default -> status;
          };
    }
    return status;
  }
}
