package com.truevault.paypal;

import java.net.URI;
import java.util.Map;

/**
 * What PayPal shows a customer who is asked for approval, and where it sends them afterwards.
 *
 * @param brandName the name of the site, 1 to 127 characters
 * @param approved where they go after saying yes; what PayPal adds to it proves nothing
 * @param cancelled where they go after saying no
 */
public record CheckoutPages(String brandName, URI approved, URI cancelled) {
  Map<String, String> context() {
    return Map.of(
        "brand_name",
        brandName,
        "user_action",
        "SUBSCRIBE_NOW",
        "shipping_preference",
        "NO_SHIPPING",
        "return_url",
        approved.toString(),
        "cancel_url",
        cancelled.toString());
  }
}
