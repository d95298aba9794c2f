package com.truevault.paypal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.paypal.HttpExchange.Answer;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FakeFaultsTest {
  private static final String PLANS = "/v1/billing/plans";
  private static final String OPEN = "/v1/billing/subscriptions";

  private final FakeShop shop = new FakeShop();

  @Test
  void refusesOnceAndThenAnswers() {
    shop.fake.fail(Fault.UNAUTHORIZED, "GET", PLANS);
    shop.fake.fail(Fault.TOO_MANY_REQUESTS, "GET", PLANS);
    assertEquals(401, shop.call("GET", PLANS, "").status());
    Answer tooMany = shop.call("GET", PLANS, "");
    assertEquals(429, tooMany.status());
    assertEquals("2", tooMany.headers().get("retry-after"));
    assertEquals(200, shop.call("GET", PLANS, "").status());
  }

  @Test
  void doesWhatItThenSaysHasFailed() {
    shop.fake.fail(Fault.ERROR, "POST", OPEN);
    shop.order(shop.plan(), "r-1");
    assertEquals(0, shop.fake.subscriptions().size());
    shop.fake.fail(Fault.ERROR_AFTER_COMMIT, "POST", OPEN);
    assertEquals("INTERNAL_SERVER_ERROR", shop.order(shop.plan(), "r-1").get("name").getAsString());
    assertEquals(1, shop.fake.subscriptions().size());
    String id = shop.order(shop.plan(), "r-1").get("id").getAsString();
    assertEquals(shop.fake.subscriptions().get(0).id(), id);
  }

  @Test
  void breaksConnectionsAndAnswersInTheMiddle() {
    shop.fake.fail(Fault.DROPPED, "GET", PLANS);
    assertThrows(UncheckedIOException.class, () -> shop.call("GET", PLANS, ""));
    shop.fake.fail(Fault.STALLED, "GET", PLANS);
    assertEquals(
        HttpTimeoutException.class,
        Objects.requireNonNull(
                assertThrows(UncheckedIOException.class, () -> shop.call("GET", PLANS, ""))
                    .getCause())
            .getClass());
    int whole = shop.call("GET", PLANS, "").body().length;
    shop.fake.fail(Fault.TRUNCATED, "GET", PLANS);
    assertEquals(whole / 2, shop.call("GET", PLANS, "").body().length);
  }

  @Test
  void isDownUntilItIsUpAndForgetsNoChargeMeanwhile() {
    String id = shop.subscribed();
    shop.fake.down(true);
    assertEquals(503, shop.send("GET", PLANS, Map.of(), "").status());
    shop.clock.advance(Duration.ofDays(30));
    shop.fake.down(false);
    assertEquals(2, shop.fake.salesOf(id).size());
  }

  @Test
  void collectsWhatIsOutstandingNowOrLater() {
    String id = shop.subscribed();
    shop.fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    shop.pass(Duration.ofDays(40));
    shop.fake.decideCapturesLater(true);
    assertEquals(202, capture(id, "5.00").status());
    assertEquals(1, shop.fake.sales().stream().filter(sale -> sale.left() > 0).count());
    shop.pass(Duration.ofHours(1));
    assertEquals(2, shop.fake.sales().stream().filter(sale -> sale.left() > 0).count());
    assertEquals("AMOUNT_GREATER_THAN_OUTSTANDING_BALANCE", FakeShop.issue(capture(id, "5.00")));
    shop.fake.decideCapturesLater(false);
    assertEquals(200, capture(id, "4.99").status());
    assertEquals("ZERO_OUTSTANDING_BALANCE", FakeShop.issue(capture(id, "4.99")));
  }

  @Test
  void chargesASubscriptionThatWasPausedAtTheNextUsualHour() {
    String id = shop.subscribed();
    shop.fake.seller().suspend(id);
    shop.pass(Duration.ofDays(45));
    assertEquals(1, shop.fake.salesOf(id).size());
    assertEquals(204, shop.call("POST", OPEN + "/" + id + "/activate", "").status());
    shop.pass(Duration.ofDays(1));
    assertEquals(2, shop.fake.salesOf(id).size());
  }

  private Answer capture(String id, String amount) {
    return shop.call(
        "POST",
        OPEN + "/" + id + "/capture",
        """
        {'note':'late','capture_type':'OUTSTANDING_BALANCE',
         'amount':{'currency_code':'USD','value':'%s'}}
        """
            .formatted(amount));
  }
}
