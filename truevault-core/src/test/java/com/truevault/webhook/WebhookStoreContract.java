package com.truevault.webhook;

import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookStore} does. */
public interface WebhookStoreContract {
  Storage storage();

  private WebhookStore webhooks() {
    return storage().webhooks();
  }

  private static Instant at(int second) {
    return MOMENT.plusSeconds(second);
  }

  private static WebhookDelivery delivery(String event, String type, String transmission) {
    return delivery(event, type, transmission, 0);
  }

  private static WebhookDelivery delivery(
      String event, String type, String transmission, int second) {
    return new WebhookDelivery(
        event,
        type,
        transmission,
        Map.of("paypal-transmission-id", transmission),
        transmission.getBytes(StandardCharsets.UTF_8),
        "verified",
        at(second),
        DeliveryState.NEW,
        0,
        "");
  }

  private static WebhookDelivery now(WebhookDelivery known, DeliveryState state) {
    return new WebhookDelivery(
        known.eventId(),
        known.eventType(),
        known.transmissionId(),
        known.headers(),
        known.body(),
        known.verdict(),
        known.receivedAt(),
        state,
        known.attempts() + 1,
        "no answer");
  }

  private static List<String> ids(List<WebhookDelivery> deliveries) {
    return deliveries.stream().map(WebhookDelivery::transmissionId).toList();
  }

  private WebhookDelivery find(String transmission) {
    return webhooks().find(transmission).orElseThrow();
  }

  @Test
  default void givesBackTheBytesAndHeadersThatArrived() {
    byte[] body = new byte[256];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) i;
    }
    Map<String, String> headers = new HashMap<>();
    Corpus.TEXTS.forEach(text -> headers.put(text, text));
    WebhookDelivery arrived =
        new WebhookDelivery(
            "WH-1", "SALE", "t1", headers, body, "verified", MOMENT, DeliveryState.DONE, 3, "late");

    assertTrue(webhooks().add(arrived));

    WebhookDelivery kept = find("t1");
    assertArrayEquals(body, kept.body());
    assertEquals(headers, kept.headers());
    assertEquals(
        "WH-1 SALE verified", kept.eventId() + " " + kept.eventType() + " " + kept.verdict());
    assertEquals(MOMENT, kept.receivedAt());
    assertEquals(DeliveryState.DONE, kept.state());
    assertEquals(3, kept.attempts());
    assertEquals("late", kept.lastError());
    assertEquals(Optional.empty(), webhooks().find("t2"));
  }

  @Test
  default void keepsTheFirstBodyOfATransmissionAndOfAnEvent() {
    assertTrue(webhooks().add(delivery("WH-1", "SALE", "t1")));

    assertFalse(webhooks().add(delivery("WH-2", "REFUND", "t1")));
    assertFalse(webhooks().add(delivery("WH-1", "SALE", "t2")));
    assertTrue(webhooks().add(delivery("WH-1", "REFUND", "t3")));
    assertTrue(webhooks().add(delivery("WH-2", "SALE", "t4")));

    assertEquals("SALE", find("t1").eventType());
    assertArrayEquals("t1".getBytes(StandardCharsets.UTF_8), find("t1").body());
    assertEquals(
        List.of("t4", "t3", "t1"), ids(webhooks().newest("", PageRequest.first()).items()));
  }

  @Test
  default void keepsTheDeliveryOfOneOfManyThreads() {
    Race race =
        Race.each(8, n -> () -> assertTrue(webhooks().add(delivery("WH-1", "SALE", "t" + n))));

    assertEquals(1, race.successes());
  }

  @Test
  default void findsWhatIsDueOldestFirst() {
    webhooks().add(delivery("WH-1", "A", "t1", 5));
    webhooks().add(delivery("WH-2", "A", "t2", 1));
    webhooks().add(delivery("WH-3", "A", "t3", 9));

    assertEquals(List.of("t1", "t2"), ids(webhooks().due(at(5), 9)));
    assertEquals(List.of("t1"), ids(webhooks().due(at(5), 1)));
    assertEquals(List.of("t2"), ids(webhooks().due(at(1), 9)));
  }

  @Test
  default void waitsForTheNextAttemptAndThenForNone() {
    WebhookDelivery arrived = delivery("WH-1", "A", "t1");
    webhooks().add(arrived);

    webhooks().update(now(arrived, DeliveryState.NEW), at(60));
    assertEquals(List.of(), webhooks().due(at(59), 9));
    assertEquals(List.of("t1"), ids(webhooks().due(at(60), 9)));
    assertEquals(1, find("t1").attempts());
    assertEquals("no answer", find("t1").lastError());

    for (DeliveryState state : DeliveryState.values()) {
      webhooks().update(now(arrived, state), at(60));
      assertEquals(state, find("t1").state());
      assertEquals(state == DeliveryState.NEW ? 1 : 0, webhooks().due(at(99), 9).size());
    }
  }

  @Test
  default void changesNothingThatArrived() {
    webhooks().add(delivery("WH-1", "A", "t1"));
    WebhookDelivery forged =
        new WebhookDelivery(
            "WH-9", "B", "t1", Map.of(), new byte[0], "x", at(9), DeliveryState.DONE, 1, "");

    webhooks().update(forged, at(60));

    WebhookDelivery kept = find("t1");
    assertEquals(DeliveryState.DONE, kept.state());
    assertEquals("WH-1 A verified", kept.eventId() + " " + kept.eventType() + " " + kept.verdict());
    assertArrayEquals("t1".getBytes(StandardCharsets.UTF_8), kept.body());
    assertEquals(MOMENT, kept.receivedAt());
  }

  @Test
  default void pagesThroughThoseThatHoldAText() {
    webhooks().add(delivery("WH-1", "PAYMENT.SALE.COMPLETED", "t1"));
    webhooks().add(delivery("WH-2", "BILLING.SUBSCRIPTION.CANCELLED", "t2"));
    webhooks().add(delivery("WH-3", "PAYMENT.SALE.REFUNDED", "t3"));
    webhooks().add(delivery("WH-4", "PAYMENT.SALE.COMPLETED", "sale"));

    Page<WebhookDelivery> first = webhooks().newest("sale", new PageRequest(0, 2));
    Page<WebhookDelivery> second = webhooks().newest("sale", new PageRequest(first.next(), 2));

    assertEquals(List.of("sale", "t3"), ids(first.items()));
    assertEquals(List.of("t1"), ids(second.items()));
    assertEquals(0, second.next());
    assertEquals(List.of("t2"), ids(webhooks().newest("wh-2", PageRequest.first()).items()));
    assertEquals(List.of("t3"), ids(webhooks().newest("T3", PageRequest.first()).items()));
    assertEquals(List.of(), webhooks().newest("%", PageRequest.first()).items());
  }

  @Test
  default void purgesWhatWasLookedIntoAndIsOld() {
    for (DeliveryState state : DeliveryState.values()) {
      WebhookDelivery arrived = delivery("WH-" + state, "A", "old-" + state);
      webhooks().add(arrived);
      webhooks().update(now(arrived, state), MOMENT);
      WebhookDelivery later = delivery("WH-" + state, "B", "new-" + state, 1);
      webhooks().add(later);
      webhooks().update(now(later, state), MOMENT);
    }

    assertEquals(2, webhooks().purge(at(1)));

    assertEquals(6, webhooks().newest("", PageRequest.first()).items().size());
    assertTrue(webhooks().find("old-NEW").isPresent());
    assertTrue(webhooks().find("old-FAILED").isPresent());
    assertTrue(webhooks().find("new-DONE").isPresent());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> webhooks().add(delivery("WH-1", "A", "t1")));

    assertEquals(Optional.empty(), webhooks().find("t1"));
    assertTrue(webhooks().add(delivery("WH-1", "A", "t1")));
  }
}
