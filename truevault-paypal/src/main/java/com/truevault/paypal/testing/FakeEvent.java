package com.truevault.paypal.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something that PayPal tells.
 *
 * @param id may be shared by events of several kinds
 * @param text the body of its deliveries
 */
public record FakeEvent(String id, String type, Instant createdAt, String text) {

  /** The exact bytes of its deliveries. */
  public byte[] body() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String key() {
    return id + " " + type;
  }
}
