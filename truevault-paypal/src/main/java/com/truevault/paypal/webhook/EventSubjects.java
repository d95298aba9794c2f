package com.truevault.paypal.webhook;

import com.truevault.webhook.WebhookReader.About;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each kind of event is about. Kinds and shapes that are not known change nothing, and neither
 * do those of the agreements that came before subscriptions.
 */
final class EventSubjects {
  private static final About NOTHING = new About(null, null, null, false);
  private static final About OPERATOR = new About(null, null, null, true);
  private static final Set<String> PLAN_TROUBLES =
      Set.of("BILLING.PLAN.PRICING-CHANGE.ACTIVATED", "BILLING.PLAN.DEACTIVATED");
  private static final Set<String> REPAYMENTS =
      Set.of("PAYMENT.SALE.REFUNDED", "PAYMENT.SALE.REVERSED");
  private static final String RESOURCE = "resource";

  private final PayPalAnswers answers;

  EventSubjects(PayPalAnswers answers) {
    this.answers = answers;
  }

  About of(Event event) {
    String type = event.type();
    if (type.startsWith("BILLING.SUBSCRIPTION.")) {
      return subscription(event);
    }
    if (REPAYMENTS.contains(type)) {
      return repayment(event);
    }
    if (type.startsWith("PAYMENT.SALE.")) {
      return sale(event);
    }
    if (type.startsWith("CUSTOMER.DISPUTE.")) {
      return dispute(event);
    }
    return PLAN_TROUBLES.contains(type) ? OPERATOR : NOTHING;
  }

  private static About subscription(Event event) {
    String id = event.name(RESOURCE, "id");
    boolean isSubscription = "subscription".equals(event.text("resource_type"));
    return id == null || !isSubscription
        ? NOTHING
        : new About(id, event.name(RESOURCE, "custom_id"), null, true);
  }

  /** Sales of other things than subscriptions are none of ours. */
  private static About sale(Event event) {
    String subscription = event.name(RESOURCE, "billing_agreement_id");
    String reference = reference(event);
    return subscription == null && reference == null
        ? NOTHING
        : new About(subscription, reference, event.name(RESOURCE, "id"), true);
  }

  private About repayment(Event event) {
    return new About(
        event.name(RESOURCE, "billing_agreement_id"), reference(event), repaidSale(event), true);
  }

  private @Nullable String repaidSale(Event event) {
    String sale = event.name(RESOURCE, "sale_id");
    if (sale == null) {
      sale = event.linked("/payments/sale/");
    }
    if (sale != null) {
      return sale;
    }
    String refund = event.linked("/payments/refund/");
    if (refund == null) {
      refund = event.name(RESOURCE, "id");
    }
    return refund == null ? null : answers.saleOfRefund(refund).orElse(null);
  }

  private static About dispute(Event event) {
    String sale = event.name(RESOURCE, "disputed_transactions", "seller_transaction_id");
    return new About(null, null, sale, true);
  }

  private static @Nullable String reference(Event event) {
    String custom = event.name(RESOURCE, "custom");
    return custom == null ? event.name(RESOURCE, "custom_id") : custom;
  }
}
