package com.truevault.web.admin;

import com.truevault.outbox.Delivery;
import java.time.Instant;

/**
 * A message between files that was given up.
 *
 * @param file whose outbox holds it, such as users
 */
public record DeadMessageJson(
    String file,
    String id,
    String topic,
    String subject,
    int attempts,
    Instant createdAt,
    Instant nextAttemptAt,
    String lastError) {

  static DeadMessageJson from(Delivery delivery) {
    return new DeadMessageJson(
        delivery.source().folder(),
        delivery.message().id(),
        delivery.message().topic(),
        delivery.message().subject(),
        delivery.attempts(),
        delivery.message().createdAt(),
        delivery.nextAttemptAt(),
        delivery.lastError());
  }
}
