package com.truevault.web.admin.money;

import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import java.time.Instant;

/**
 * A delivery of the payment provider.
 *
 * @param verdict reason code of the verification
 */
public record WebhookDeliveryJson(
    String transmissionId,
    String eventId,
    String eventType,
    String verdict,
    Instant receivedAt,
    DeliveryState state,
    int attempts,
    String lastError) {

  static WebhookDeliveryJson from(WebhookDelivery delivery) {
    return new WebhookDeliveryJson(
        delivery.transmissionId(),
        delivery.eventId(),
        delivery.eventType(),
        delivery.verdict(),
        delivery.receivedAt(),
        delivery.state(),
        delivery.attempts(),
        delivery.lastError());
  }
}
