package com.truevault.paypal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FakeDeliveriesTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final FakeShop shop = new FakeShop();

  @Test
  void triesAgainTwentyFiveTimesInThreeDays() {
    int[] attempts = {0};
    shop.fake.deliverTo(
        delivery -> {
          attempts[0]++;
          return 503;
        });
    shop.order(shop.plan(), "r-1");
    shop.pass(DAY.multipliedBy(3));
    assertEquals(25, attempts[0]);
    shop.pass(DAY.multipliedBy(3));
    assertEquals(25, attempts[0]);
  }

  @Test
  void losesWhatItIsToldToLoseAndRemembersItForThirtyDays() {
    shop.fake.disorder(new Disorder(100, 3, Duration.ZERO));
    shop.subscribed();
    shop.pass(DAY);
    assertEquals(List.of(), shop.told());
    JsonObject listed = shop.get("/v1/notifications/webhooks-events?page_size=2");
    assertEquals(2, listed.get("count").getAsInt());
    String next = FakeShop.link(listed, "next");
    assertEquals(
        1,
        shop.get(next.substring("https://api-m.sandbox.paypal.com".length()))
            .get("count")
            .getAsInt());

    String id = listed.getAsJsonArray("events").get(0).getAsJsonObject().get("id").getAsString();
    shop.call("POST", "/v1/notifications/webhooks-events/" + id + "/resend", "");
    shop.pass(Duration.ZERO);
    assertEquals(List.of("BILLING.SUBSCRIPTION.CREATED"), shop.told());
    shop.clock.advance(DAY.multipliedBy(31));
    assertEquals(
        0,
        shop.get("/v1/notifications/webhooks-events?event_type=BILLING.SUBSCRIPTION.CREATED")
            .get("count")
            .getAsInt());
  }

  @Test
  void deliversCopiesLateAndOutOfOrder() {
    shop.fake.disorder(new Disorder(0, 4, DAY.multipliedBy(3)));
    for (int i = 0; i < 20; i++) {
      shop.subscribed();
    }
    shop.pass(DAY.multipliedBy(3));
    Set<String> events = new HashSet<>(shop.delivered.stream().map(d -> d.event().key()).toList());
    assertEquals(60, events.size());
    assertTrue(shop.delivered.size() > 90, "copies: " + shop.delivered.size());
    List<String> types = shop.told();
    assertTrue(
        types.indexOf("PAYMENT.SALE.COMPLETED")
            < types.lastIndexOf("BILLING.SUBSCRIPTION.CREATED"));
  }

  @Test
  void signsSoThatItsOwnCheckAgreesAndNotOtherwise() {
    shop.fake.oddities(EnumSet.allOf(Oddity.class));
    shop.subscribed();
    shop.pass(DAY.multipliedBy(3));
    for (FakeDelivery delivery : shop.delivered) {
      String body = new String(delivery.body(), StandardCharsets.UTF_8);
      assertEquals("SUCCESS", verdict(delivery, body));
      assertEquals("FAILURE", verdict(delivery, body.replace("event_version", "event-version")));
    }
  }

  @Test
  void tellsThingsAsOddlyAsPayPalDoes() {
    shop.fake.oddities(EnumSet.complementOf(EnumSet.of(Oddity.SHORT_AMOUNTS)));
    String id = shop.subscribed();
    shop.fake.buyer().failNext(id, 1, "PAYER_CANNOT_PAY");
    shop.pass(DAY.multipliedBy(29));
    shop.fake.seller().reverse(shop.fake.salesOf(id).get(0).id());
    shop.fake.buyer().cancel(id);
    shop.pass(Duration.ofSeconds(1));

    assertTrue(
        shop.told().indexOf("BILLING.SUBSCRIPTION.ACTIVATED")
            < shop.told().indexOf("BILLING.SUBSCRIPTION.CREATED"));
    assertEquals(3, shop.told().stream().filter("PAYMENT.SALE.COMPLETED"::equals).count());
    JsonObject sale = last("PAYMENT.SALE.COMPLETED");
    assertEquals("RELEASED", sale.get("payment_hold_status").getAsString());
    assertEquals("9.9900", sale.getAsJsonObject("amount").get("total").getAsString());
    JsonObject failed =
        last("BILLING.SUBSCRIPTION.PAYMENT.FAILED")
            .getAsJsonObject("billing_info")
            .getAsJsonObject("last_failed_payment");
    assertTrue(failed.has("next_payment_retry_date"));
    assertFalse(failed.has("next_payment_retry_time"));
    JsonObject reversal = last("PAYMENT.SALE.REVERSED");
    assertFalse(reversal.has("sale_id"));
    assertTrue(reversal.getAsJsonObject("amount").get("total").getAsString().startsWith("-"));
    assertEquals(
        event("BILLING.SUBSCRIPTION.CANCELLED").id(), event("BILLING.SUBSCRIPTION.EXPIRED").id());
    assertTrue(event("PAYMENT.SALE.REVERSED").text().contains("2026-19-"));
    assertTrue(event("PAYMENT.SALE.REVERSED").text().contains("https:\\/\\/"));
  }

  @Test
  void makesEachTransmissionDifferent() {
    shop.subscribed();
    shop.pass(Duration.ofSeconds(1));
    assertNotEquals(shop.delivered.get(0).transmissionId(), shop.delivered.get(1).transmissionId());
    assertTrue(
        shop.delivered
            .get(0)
            .headers()
            .keySet()
            .containsAll(
                Set.of(
                    "paypal-transmission-id",
                    "paypal-transmission-time",
                    "paypal-transmission-sig",
                    "paypal-cert-url",
                    "paypal-auth-algo")));
  }

  private String verdict(FakeDelivery delivery, String body) {
    Map<String, String> headers = delivery.headers();
    return shop.raw(
            "/v1/notifications/verify-webhook-signature",
            """
            {"auth_algo":"SHA256withRSA","cert_url":"%s","transmission_id":"%s",
             "transmission_sig":"%s","transmission_time":"%s","webhook_id":"%s",
             "webhook_event":%s}
            """
                .formatted(
                    headers.get("paypal-cert-url"),
                    headers.get("paypal-transmission-id"),
                    headers.get("paypal-transmission-sig"),
                    headers.get("paypal-transmission-time"),
                    delivery.webhookId(),
                    body))
        .get("verification_status")
        .getAsString();
  }

  private FakeEvent event(String type) {
    return shop.delivered.stream()
        .map(FakeDelivery::event)
        .filter(event -> event.type().equals(type))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private JsonObject last(String type) {
    return FakeJson.parse(event(type).text()).getAsJsonObject().getAsJsonObject("resource");
  }
}
