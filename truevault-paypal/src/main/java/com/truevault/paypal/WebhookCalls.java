package com.truevault.paypal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Webhooks and events at PayPal. */
public final class WebhookCalls {
  private static final String WEBHOOKS = "/v1/notifications/webhooks";
  private static final String EVENTS = "/v1/notifications/webhooks-events";
  private static final String VERIFY = "/v1/notifications/verify-webhook-signature";
  private static final String PAGE = "100";
  private static final int MOST_PAGES = 1000;

  private final PayPalClient client;

  WebhookCalls(PayPalClient client) {
    this.client = client;
  }

  /** The webhooks of the app. */
  public List<Doc> list() {
    return client.call(Ask.get(WEBHOOKS, Map.of())).body().list("webhooks");
  }

  /** Registers a webhook for events of those types. */
  public Doc create(String url, List<String> types) {
    Doc webhook = Doc.of(Map.of("url", url, "event_types", names(types)));
    return client.call(Ask.post(WEBHOOKS, webhook)).body();
  }

  /** Makes a webhook hear events of those types and no others. */
  public void listen(String id, List<String> types) {
    Doc change = Doc.of(Map.of("op", "replace", "path", "/event_types", "value", names(types)));
    client.call(Ask.patch(WEBHOOKS + "/" + Ask.id(id), Doc.list(List.of(change))));
  }

  /** Removes a webhook. */
  public void delete(String id) {
    client.call(Ask.delete(WEBHOOKS + "/" + Ask.id(id)));
  }

  /** The events of that time. */
  public List<Doc> events(Instant from, Instant until) {
    return pages(
        Ask.get(
            EVENTS,
            Map.of("page_size", PAGE, "start_time", moment(from), "end_time", moment(until))));
  }

  /** The events about a sale or refund, as far as PayPal remembers them. */
  public List<Doc> eventsAbout(String transactionId) {
    return pages(Ask.get(EVENTS, Map.of("page_size", PAGE, "transaction_id", transactionId)));
  }

  /** Has an event delivered once more. */
  public void resend(String eventId, String webhookId) {
    client.call(
        Ask.post(
            EVENTS + "/" + Ask.id(eventId) + "/resend",
            Doc.of(Map.of("webhook_ids", List.of(webhookId)))));
  }

  /**
   * Whether PayPal says that a delivery is from it.
   *
   * @param transmission the five verified headers and {@code webhook_id}, by the names that the
   *     call has for them
   * @param event the exact bytes of the body: written anew, they would not verify
   */
  public boolean isGenuine(Map<String, String> transmission, byte[] event) {
    if (!Doc.isExactlyOne(event)) {
      return false;
    }
    byte[] head = Doc.of(transmission).bytes();
    ByteArrayOutputStream body = new ByteArrayOutputStream(head.length + event.length + 20);
    body.write(head, 0, head.length - 1);
    body.writeBytes(",\"webhook_event\":".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(event);
    body.write('}');
    return client
        .call(Ask.post(VERIFY, body.toByteArray()))
        .body()
        .text("verification_status")
        .equals("SUCCESS");
  }

  private static List<Map<String, String>> names(List<String> types) {
    return types.stream().map(type -> Map.of("name", type)).toList();
  }

  private List<Doc> pages(Ask first) {
    List<Doc> all = new ArrayList<>();
    Ask next = first;
    for (int page = 0; page < MOST_PAGES; page++) {
      Doc body = client.call(next).body();
      all.addAll(body.list("events"));
      Ask following = Ask.following(next, body.link("next"));
      if (following.query().equals(next.query()) || body.list("events").isEmpty()) {
        return all;
      }
      next = following;
    }
    return all;
  }

  private static String moment(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
