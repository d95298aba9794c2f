package com.truevault.paypal.testing;

import java.util.List;

/**
 * Where events are to be delivered.
 *
 * @param types the wanted kinds, or {@code *} for all
 */
public record FakeWebhook(String id, String url, List<String> types) {

  /** Copies the kinds. */
  public FakeWebhook {
    types = List.copyOf(types);
  }

  boolean wants(String type) {
    return types.contains("*") || types.contains(type);
  }
}
