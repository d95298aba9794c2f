package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;

/** Sales and refunds, by the older API that subscriptions still use. */
final class PaymentRoutes {
  private final FakeWorld world;
  private final FakePayments payments;
  private final PaymentResources resources;

  PaymentRoutes(FakeWorld world, FakePayments payments) {
    this.world = world;
    this.payments = payments;
    resources = new PaymentResources(world);
  }

  void define(FakeRoutes routes) {
    routes.on("GET", "/v1/payments/sale/{}", (call, id) -> sale(id));
    routes.on("POST", "/v1/payments/sale/{}/refund", this::giveBack);
    routes.on("GET", "/v1/payments/refund/{}", (call, id) -> refund(id));
    routes.on("GET", "/v1/payments/payment/{}", (call, id) -> payment(id));
  }

  private FakeAnswer sale(String id) {
    return FakeAnswer.json(200, resources.sale(FakeBooks.require(world.books.sales, id)));
  }

  private FakeAnswer refund(String id) {
    return FakeAnswer.json(200, resources.refund(FakeBooks.require(world.books.refunds, id)));
  }

  private FakeAnswer payment(String id) {
    FakeSale sale =
        world.books.sales.values().stream()
            .filter(one -> one.payment().equals(id))
            .findFirst()
            .orElseThrow(FakeProblemException::notFound);
    return FakeAnswer.json(200, resources.payment(sale));
  }

  private FakeAnswer giveBack(FakeCall call, String saleId) {
    FakeSale sale = FakeBooks.require(world.books.sales, saleId);
    JsonObject request = FakeJson.body(call);
    String reason = FakeJson.textOrNull(request, request.has("reason") ? "reason" : "description");
    JsonObject amount = FakeJson.part(request, "amount");
    Money wanted =
        amount.isEmpty()
            ? new Money(sale.left(), sale.gross().currency())
            : Money.of(FakeJson.text(amount, "total"), FakeJson.text(amount, "currency"));
    FakeRefund refund =
        payments.giveBack(saleId, RepaymentKind.REFUND, wanted, reason == null ? "" : reason);
    JsonObject shown = resources.refund(refund);
    shown.add(
        "total_refunded_amount",
        world.value(FakeBooks.require(world.books.sales, saleId).repaid()));
    return FakeAnswer.json(201, shown);
  }
}
