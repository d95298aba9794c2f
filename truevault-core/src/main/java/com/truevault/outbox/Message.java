package com.truevault.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * An effect to be applied to another file, written in the transaction of its cause.
 *
 * @param id unique for good; the target file remembers it
 * @param topic what is to happen, such as {@code user.deleted}; decides the handler
 * @param subject what it happens to, such as a user's id; for people reading the list
 * @param payload the values the handler needs; never a secret in clear
 * @param createdAt when its cause was committed
 */
public record Message(
    String id, String topic, String subject, Map<String, String> payload, Instant createdAt) {

  /** Copies the payload. */
  public Message {
    payload = Map.copyOf(payload);
  }

  /**
   * A value of the payload.
   *
   * @throws IllegalArgumentException if the payload lacks it
   */
  public String value(String name) {
    String value = payload.get(name);
    if (value == null) {
      throw new IllegalArgumentException("message " + topic + " " + id + " lacks " + name);
    }
    return value;
  }
}
