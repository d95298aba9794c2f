package com.truevault.web.page.money;

import com.truevault.web.page.Messages;
import com.truevault.webhook.WebhookDelivery;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One delivery.
 *
 * @param body as text; bytes that are no UTF-8 are shown as such
 */
public record WebhookPage(
    WebhooksPage.Line line,
    String verdict,
    int attempts,
    String error,
    Map<String, String> headers,
    String body) {
  static WebhookPage of(WebhookDelivery delivery, Messages messages) {
    return new WebhookPage(
        WebhooksPage.Line.of(delivery, messages),
        delivery.verdict(),
        delivery.attempts(),
        delivery.lastError(),
        new TreeMap<>(delivery.headers()),
        new String(delivery.body(), StandardCharsets.UTF_8));
  }
}
