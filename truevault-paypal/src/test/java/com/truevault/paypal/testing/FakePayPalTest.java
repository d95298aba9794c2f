package com.truevault.paypal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.paypal.HttpExchange.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakePayPalTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final FakeShop shop = new FakeShop();

  @Test
  void opensOneSubscriptionForARepeatedRequestAndChargesOnceItIsApproved() {
    JsonObject first = shop.order(shop.plan(), "r-1");
    JsonObject again = shop.order(shop.plan(), "r-1");
    assertEquals(first.get("id"), again.get("id"));
    assertEquals("APPROVAL_PENDING", first.get("status").getAsString());

    assertTrue(shop.fake.buyer().approve(first.get("id").getAsString()));
    shop.pass(Duration.ofSeconds(1));

    assertEquals(
        List.of(
            "BILLING.SUBSCRIPTION.CREATED",
            "BILLING.SUBSCRIPTION.ACTIVATED",
            "PAYMENT.SALE.COMPLETED"),
        shop.told());
    assertEquals(1, shop.fake.sales().size());
  }

  @Test
  void renewsByTheCalendarCountedFromTheFirstDay() {
    String id = shop.subscribed();
    shop.pass(DAY.multipliedBy(90));
    assertEquals(
        List.of(
            "2026-01-31T12:00:00Z",
            "2026-02-28T10:00:00Z",
            "2026-03-31T10:00:00Z",
            "2026-04-30T10:00:00Z"),
        shop.fake.salesOf(id).stream().map(sale -> sale.at().toString()).toList());
  }

  @Test
  void triesThreeTimesFiveDaysApartAndThenSuspendsForGood() {
    String id = shop.subscribed();
    shop.fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    shop.pass(DAY.multipliedBy(30));
    JsonObject failed =
        shop.subscription(id)
            .getAsJsonObject("billing_info")
            .getAsJsonObject("last_failed_payment");
    assertEquals("2026-02-28T10:00:00Z", failed.get("time").getAsString());
    assertEquals("2026-03-05T10:00:00Z", failed.get("next_payment_retry_time").getAsString());
    assertEquals("ACTIVE", shop.subscription(id).get("status").getAsString());

    shop.pass(DAY.multipliedBy(10));
    assertEquals(ProviderStatus.SUSPENDED, shop.fake.subscription(id).status());
    assertEquals(Instant.parse("2026-03-10T10:00:00Z"), shop.fake.subscription(id).statusAt());
    assertEquals(999, shop.fake.subscription(id).outstanding());
    Answer refused =
        shop.call("POST", "/v1/billing/subscriptions/" + id + "/activate", "{'reason':'paid'}");
    assertEquals(422, refused.status());
    assertEquals("SUBSCRIPTION_CANNOT_BE_ACTIVATED", FakeShop.issue(refused));
  }

  @Test
  void neverSuspendsWithoutAThreshold() {
    String id = shop.order(shop.plan("9.99", 0, "MONTH"), "r-0").get("id").getAsString();
    shop.fake.buyer().approve(id);
    shop.fake.buyer().always(id, ChargeOutcome.failed("PAYER_CANNOT_PAY"));
    shop.pass(DAY.multipliedBy(400));
    assertEquals(ProviderStatus.ACTIVE, shop.fake.subscription(id).status());
    assertTrue(shop.fake.subscription(id).outstanding() > 11 * 999);
  }

  @Test
  void collectsAtTheSecondTry() {
    String id = shop.subscribed();
    shop.fake.buyer().failNext(id, 1, "PAYMENT_DENIED");
    shop.pass(DAY.multipliedBy(40));
    assertEquals(2, shop.fake.salesOf(id).size());
    assertEquals(Instant.parse("2026-03-31T10:00:00Z"), shop.fake.subscription(id).nextBilling());
    assertFalse(shop.subscription(id).getAsJsonObject("billing_info").has("last_failed_payment"));
  }

  @Test
  void chargesNothingAfterACancellation() {
    String id = shop.subscribed();
    Answer done =
        shop.call("POST", "/v1/billing/subscriptions/" + id + "/cancel", "{'reason':'enough'}");
    assertEquals(204, done.status());
    assertEquals(
        422,
        shop.call("POST", "/v1/billing/subscriptions/" + id + "/cancel", "{'reason':'x'}")
            .status());
    shop.pass(DAY.multipliedBy(100));
    assertEquals(1, shop.fake.sales().size());
  }

  @Test
  void givesBackAtMostWhatWasPaidAndOncePerRequest() {
    String id = shop.subscribed();
    String sale = shop.fake.salesOf(id).get(0).id();
    String part = "{'amount':{'total':'4.00','currency':'USD'}}";
    assertEquals(201, shop.call("POST", "/v1/payments/sale/" + sale + "/refund", part).status());
    assertEquals(
        "partially_refunded", shop.get("/v1/payments/sale/" + sale).get("state").getAsString());
    assertEquals(
        400,
        shop.call(
                "POST",
                "/v1/payments/sale/" + sale + "/refund",
                "{'amount':{'total':'6.00','currency':'USD'}}")
            .status());
    assertEquals(201, shop.call("POST", "/v1/payments/sale/" + sale + "/refund", "").status());
    assertEquals(0, shop.fake.salesOf(id).get(0).left());
  }

  @Test
  void changesThePlanOnlyOnceTheBuyerAgrees() {
    String id = shop.subscribed();
    String family = shop.plan("14.99", 1, "MONTH");
    shop.post(
        "/v1/billing/subscriptions/" + id + "/revise",
        """
        {'plan_id':'%s','application_context':{'return_url':'https://vpn.example.com/t',
         'cancel_url':'https://vpn.example.com/c'}}
        """
            .formatted(family));
    assertEquals(shop.plan(), shop.subscription(id).get("plan_id").getAsString());
    assertTrue(shop.fake.buyer().approve(id));
    assertEquals(family, shop.subscription(id).get("plan_id").getAsString());
    shop.pass(DAY.multipliedBy(28));
    assertEquals(
        List.of(Money.of("9.99", "USD"), Money.of("14.99", "USD")),
        shop.fake.salesOf(id).stream().map(FakeSale::gross).toList());
  }

  @Test
  void keepsTheOldPriceForTheNextTenDays() {
    String id = shop.subscribed();
    shop.pass(DAY.multipliedBy(20));
    shop.fake.seller().reprice(shop.plan(), Money.of("12.99", "USD"));
    shop.pass(DAY.multipliedBy(45));
    assertEquals(
        List.of("9.99", "9.99", "12.99"),
        shop.fake.salesOf(id).stream().map(sale -> sale.gross().amount()).toList());
  }

  @Test
  void takesBackWhatADisputeIsLostFor() {
    String id = shop.subscribed();
    FakeSale sale = shop.fake.salesOf(id).get(0);
    FakeDispute dispute = shop.fake.buyer().dispute(sale.id(), "UNAUTHORISED");
    shop.fake.seller().resolve(dispute.id(), "RESOLVED_BUYER_FAVOUR");
    shop.pass(Duration.ofSeconds(1));
    assertTrue(shop.fake.salesOf(id).get(0).reversed());
    assertTrue(
        shop.told()
            .containsAll(
                List.of(
                    "CUSTOMER.DISPUTE.CREATED",
                    "PAYMENT.SALE.REVERSED",
                    "CUSTOMER.DISPUTE.RESOLVED")));
    assertEquals(
        sale.id(),
        shop.get("/v1/customer/disputes/" + dispute.id())
            .getAsJsonArray("disputed_transactions")
            .get(0)
            .getAsJsonObject()
            .get("seller_transaction_id")
            .getAsString());
  }

  @Test
  void refusesCallsWithoutATokenAndThoseOfAnOldOne() {
    Map<String, String> token = Map.of("Authorization", "Bearer " + shop.token());
    assertEquals(401, shop.send("GET", "/v1/billing/plans", Map.of(), "").status());
    assertEquals(200, shop.send("GET", "/v1/billing/plans", token, "").status());
    shop.clock.advance(Duration.ofHours(9));
    assertEquals(401, shop.send("GET", "/v1/billing/plans", token, "").status());
  }

  @Test
  void splittingAJumpOfTheClockChangesNothing() {
    FakeShop other = new FakeShop();
    String one = shop.subscribed();
    String two = other.subscribed();
    shop.fake.buyer().failNext(one, 2, "PAYMENT_DENIED");
    other.fake.buyer().failNext(two, 2, "PAYMENT_DENIED");
    shop.pass(DAY.multipliedBy(100));
    for (int hour = 0; hour < 2400; hour++) {
      other.pass(Duration.ofHours(1));
    }
    assertEquals(shop.told(), other.told());
    assertEquals(
        shop.fake.sales().stream().map(FakeSale::at).toList(),
        other.fake.sales().stream().map(FakeSale::at).toList());
  }
}
