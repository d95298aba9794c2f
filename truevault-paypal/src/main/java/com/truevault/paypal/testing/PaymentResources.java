package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;

/** Sales, refunds and disputes as PayPal shows them. */
final class PaymentResources {
  private final FakeWorld world;

  PaymentResources(FakeWorld world) {
    this.world = world;
  }

  JsonObject sale(FakeSale sale) {
    String self = world.api + "/v1/payments/sale/" + sale.id();
    boolean waiting = sale.state() == SaleState.PENDING;
    return FakeJson.object(
        "id", sale.id(),
        "state", sale.stateWord(),
        "reason_code", sale.reversed() ? "CHARGEBACK" : waiting ? "ECHECK" : null,
        "amount", world.total(sale.gross()),
        "payment_mode", waiting ? "ECHECK" : "INSTANT_TRANSFER",
        "protection_eligibility", "INELIGIBLE",
        "transaction_fee", sale.state() == SaleState.COMPLETED ? world.value(sale.fee()) : null,
        "billing_agreement_id", sale.subscription(),
        "parent_payment", sale.payment(),
        "custom", world.books.subscription(sale.subscription()).reference,
        "create_time", FakeJson.time(sale.at()),
        "update_time", FakeJson.time(sale.changedAt()),
        "links",
            FakeJson.array(
                FakeJson.link(self, "self", "GET"),
                FakeJson.link(self + "/refund", "refund", "POST"),
                FakeJson.link(
                    world.api + "/v1/payments/payment/" + sale.payment(),
                    "parent_payment",
                    "GET")));
  }

  JsonObject refund(FakeRefund refund) {
    return FakeJson.object(
        "id", refund.id(),
        "state", "completed",
        "amount", world.total(refund.amount()),
        "reason", refund.reason().isEmpty() ? null : refund.reason(),
        "sale_id", refund.sale(),
        "parent_payment", FakeBooks.require(world.books.sales, refund.sale()).payment(),
        "create_time", FakeJson.time(refund.at()),
        "update_time", FakeJson.time(refund.at()),
        "links",
            FakeJson.array(
                FakeJson.link(world.api + "/v1/payments/refund/" + refund.id(), "self", "GET"),
                FakeJson.link(world.api + "/v1/payments/sale/" + refund.sale(), "sale", "GET")));
  }

  /** As in an event, where the amount may be negative and the sale may be missing. */
  JsonObject told(FakeRefund refund) {
    JsonObject shown = refund(refund);
    boolean reversal = refund.kind() == RepaymentKind.REVERSAL;
    if (reversal || world.has(Oddity.NEGATIVE_REFUNDS)) {
      shown.add("amount", world.total(refund.amount().times(-1)));
    }
    if (reversal && world.has(Oddity.REVERSAL_WITHOUT_SALE)) {
      shown.remove("sale_id");
      shown.remove("parent_payment");
      JsonArray self =
          FakeJson.array(
              FakeJson.link(world.api + "/v1/payments/refund/" + refund.id(), "self", "GET"));
      shown.add("links", self);
    }
    return shown;
  }

  /** A payment with its sale and what went back of it. */
  JsonObject payment(FakeSale sale) {
    JsonArray related = FakeJson.array(FakeJson.object("sale", sale(sale)));
    for (FakeRefund refund : world.books.refundsOf(sale.id())) {
      related.add(FakeJson.object("refund", refund(refund)));
    }
    return FakeJson.object(
        "id", sale.payment(),
        "intent", "sale",
        "state", "approved",
        "payer", FakeJson.object("payment_method", "paypal"),
        "transactions",
            FakeJson.array(
                FakeJson.object("amount", world.total(sale.gross()), "related_resources", related)),
        "create_time", FakeJson.time(sale.at()),
        "links",
            FakeJson.array(
                FakeJson.link(
                    world.api + "/v1/payments/payment/" + sale.payment(), "self", "GET")));
  }

  /** An entry of a subscription's list of transactions. */
  JsonObject transaction(FakeSale sale) {
    boolean decided = sale.state() == SaleState.COMPLETED;
    Money net = new Money(sale.gross().minor() - sale.fee().minor(), sale.gross().currency());
    FakeSubscription subscription = world.books.subscription(sale.subscription());
    return FakeJson.object(
        "id", sale.id(),
        "status", sale.transactionWord(),
        "amount_with_breakdown",
            FakeJson.object(
                "gross_amount", world.money(sale.gross()),
                "fee_amount", decided ? world.money(sale.fee()) : null,
                "net_amount", decided ? world.money(net) : null),
        "payer_name", FakeJson.object("given_name", "Test", "surname", "Buyer"),
        "payer_email", subscription.email.isEmpty() ? null : subscription.email,
        "time", FakeJson.time(sale.at()));
  }

  JsonObject dispute(FakeDispute dispute) {
    FakeSale sale = FakeBooks.require(world.books.sales, dispute.sale());
    return FakeJson.object(
        "dispute_id", dispute.id(),
        "reason", dispute.reason(),
        "status", dispute.isOpen() ? "WAITING_FOR_SELLER_RESPONSE" : "RESOLVED",
        "dispute_life_cycle_stage", dispute.stage(),
        "dispute_channel", "INTERNAL",
        "dispute_amount", world.money(sale.gross()),
        "dispute_outcome",
            dispute.isOpen() ? null : FakeJson.object("outcome_code", dispute.outcome()),
        "disputed_transactions",
            FakeJson.array(
                FakeJson.object(
                    "seller_transaction_id", sale.id(),
                    "create_time", FakeJson.time(sale.at()),
                    "transaction_status", "COMPLETED",
                    "gross_amount", world.money(sale.gross()))),
        "create_time", FakeJson.time(dispute.openedAt()),
        "update_time", FakeJson.time(dispute.changedAt()),
        "links",
            FakeJson.array(
                FakeJson.link(world.api + "/v1/customer/disputes/" + dispute.id(), "self", "GET")));
  }
}
