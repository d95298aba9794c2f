package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.paypal.testing.FakeDelivery;
import com.truevault.paypal.webhook.MissedDeliveries;
import com.truevault.testing.InMemoryStorage;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissedDeliveriesTest {
  private static final Instant SINCE = FakeFixture.START.minus(Duration.ofDays(3));

  private final FakeFixture fixture = new FakeFixture();
  private final WebhookStore arrived = new InMemoryStorage().webhooks();
  private final Set<String> delivered = new HashSet<>();

  @Test
  void whatNeverArrivedIsSentOnceMoreAndWhatArrivedIsNot() {
    fixture.shop.webhookSetup().apply();
    fixture.fake.deliverTo(this::kept);
    fixture.subscribed("arrived");
    fixture.pass(Duration.ofMinutes(30));
    assertEquals(0, catchUp());
    int before = delivered.size();
    fixture.fake.deliverTo(delivery -> 503);
    fixture.subscribed("missed");
    fixture.pass(Duration.ofMinutes(30));
    fixture.fake.deliverTo(this::kept);
    assertTrue(catchUp() > 0);
    fixture.pass(Duration.ofMinutes(1));
    assertEquals(2 * before, delivered.size());
    assertEquals(0, catchUp());
    fixture.requireNoBreach();
  }

  @Test
  void withoutAWebhookNothingIsMissed() {
    fixture.subscribed("a");
    assertEquals(0, catchUp());
  }

  private int catchUp() {
    return new MissedDeliveries(fixture.shop.client, arrived, fixture.clock).catchUp(SINCE);
  }

  private int kept(FakeDelivery delivery) {
    delivered.add(delivery.event().id() + delivery.event().type());
    arrived.add(
        new WebhookDelivery(
            delivery.event().id(),
            delivery.event().type(),
            delivery.transmissionId(),
            delivery.headers(),
            delivery.body(),
            "verified",
            fixture.clock.instant(),
            DeliveryState.NEW,
            0,
            ""));
    return 200;
  }
}
