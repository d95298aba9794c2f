package com.truevault.webhook;

import java.time.Instant;
import java.util.Map;

/**
 * A verified delivery as it arrived.
 *
 * @param eventId what the provider calls the event; several kinds of events may share one
 * @param transmissionId what the provider calls the delivery; unique, the first body wins
 * @param headers the ones that were verified, by lower-case name
 * @param body the exact bytes
 * @param verdict the reason code of the verification, such as {@code verified}
 * @param lastError what went wrong last; empty if nothing did
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record WebhookDelivery(
    String eventId,
    String eventType,
    String transmissionId,
    Map<String, String> headers,
    byte[] body,
    String verdict,
    Instant receivedAt,
    DeliveryState state,
    int attempts,
    String lastError) {

  /** Copies the headers. */
  public WebhookDelivery {
    headers = Map.copyOf(headers);
  }

  /** The same delivery after an attempt. */
  public WebhookDelivery with(DeliveryState newState, int newAttempts, String newError) {
    return new WebhookDelivery(
        eventId,
        eventType,
        transmissionId,
        headers,
        body,
        verdict,
        receivedAt,
        newState,
        newAttempts,
        newError);
  }

  @Override
  public String toString() {
    return "WebhookDelivery[" + eventType + " " + eventId + " " + state + "]";
  }
}
