package com.truevault.web.page.admin;

import com.truevault.outbox.Delivery;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;

/** Effects that could not be applied. */
public record OutboxPage(List<Line> messages) {
  /** One message that gave up. */
  public record Line(
      String id,
      String file,
      String topic,
      String subject,
      int attempts,
      String error,
      Instant createdAt) {

    /** A dead delivery as a line. */
    public static Line from(Delivery delivery) {
      return new Line(
          delivery.message().id(),
          Words.key(delivery.source()),
          delivery.message().topic(),
          delivery.message().subject(),
          delivery.attempts(),
          delivery.lastError(),
          delivery.message().createdAt());
    }
  }
}
