package com.truevault.paypal.model;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Understands deliveries as another does, and believes their headers: signing takes long. */
final class TrustingReader implements WebhookReader {
  static final String TRANSMISSION = "paypal-transmission-id";

  private final WebhookReader real;

  TrustingReader(WebhookReader real) {
    this.real = real;
  }

  @Override
  public Set<String> headers() {
    return Set.of(TRANSMISSION);
  }

  @Override
  public Verdict verify(Map<String, List<String>> headers, byte[] body) {
    JsonObject event =
        JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    return new Verdict(
        Outcome.GENUINE,
        "verified",
        "believed",
        event.get("id").getAsString(),
        event.get("event_type").getAsString(),
        headers.getOrDefault(TRANSMISSION, List.of("")).get(0));
  }

  @Override
  public About about(WebhookDelivery delivery) {
    return real.about(delivery);
  }
}
