package com.truevault.web.page.money;

import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import java.time.Instant;
import java.util.List;

/**
 * Deliveries, newest first.
 *
 * @param next where the list goes on; empty at its end
 */
public record WebhooksPage(String query, List<Line> lines, String next) {
  /** One delivery. */
  public record Line(
      String transmissionId, String type, String eventId, Instant receivedAt, Badge badge) {
    static Line of(WebhookDelivery delivery, Messages messages) {
      return new Line(
          delivery.transmissionId(),
          delivery.eventType(),
          delivery.eventId(),
          delivery.receivedAt(),
          tell(delivery.state(), messages));
    }
  }

  static Badge tell(DeliveryState state, Messages messages) {
    Tone tone =
        switch (state) {
          case DONE -> Tone.GOOD;
          case NEW -> Tone.WARN;
          case FAILED -> Tone.BAD;
          case IGNORED -> Tone.PLAIN;
        };
    return new Badge(tone, messages.text("money.delivery." + Words.key(state)));
  }
}
