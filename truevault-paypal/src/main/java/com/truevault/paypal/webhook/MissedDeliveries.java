package com.truevault.paypal.webhook;

import com.truevault.paypal.Doc;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.WebhookSetup;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.webhook.MissedEvents;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Has PayPal send again what it lists and never delivered. It comes signed, as any delivery, so
 * nothing is believed for having been listed.
 */
public final class MissedDeliveries implements MissedEvents {
  /** A delivery under way is not a missed one. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(10);

  private final PayPalClient client;
  private final Supplier<String> webhookId;
  private final WebhookStore deliveries;
  private final InstantSource clock;

  /** Compares what PayPal lists for the webhook of the client's account with those deliveries. */
  public MissedDeliveries(PayPalClient client, WebhookStore deliveries, InstantSource clock) {
    this(client, () -> client.account().webhookId(), deliveries, clock);
  }

  /**
   * Compares what PayPal lists with those deliveries.
   *
   * @param webhookId what PayPal calls our webhook; while it is empty nothing can be missed
   */
  public MissedDeliveries(
      PayPalClient client,
      Supplier<String> webhookId,
      WebhookStore deliveries,
      InstantSource clock) {
    this.client = client;
    this.webhookId = webhookId;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public int catchUp(Instant since) {
    String webhook = webhookId.get();
    if (webhook.isEmpty()) {
      return 0;
    }
    Instant until = clock.instant().minus(UNDER_WAY);
    Set<String> arrived = arrivedSince(since);
    int resent = 0;
    for (Doc event : client.webhooks().events(since, until)) {
      if (isOurs(event) && arrived.add(name(event))) {
        client.webhooks().resend(event.text("id"), webhook);
        resent++;
      }
    }
    return resent;
  }

  private static boolean isOurs(Doc event) {
    return WebhookSetup.EVENTS.contains(event.text("event_type"));
  }

  /** Several kinds of events may share one id. */
  private static String name(Doc event) {
    return event.text("id") + " " + event.text("event_type");
  }

  private Set<String> arrivedSince(Instant since) {
    Set<String> names = new HashSet<>();
    long after = 0;
    do {
      Page<WebhookDelivery> page =
          deliveries.newest("", new PageRequest(after, PageRequest.MAX_LIMIT));
      for (WebhookDelivery delivery : page.items()) {
        if (delivery.receivedAt().isBefore(since)) {
          return names;
        }
        names.add(delivery.eventId() + " " + delivery.eventType());
      }
      after = page.next();
    } while (after != 0);
    return names;
  }
}
