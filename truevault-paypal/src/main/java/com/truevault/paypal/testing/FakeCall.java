package com.truevault.paypal.testing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it reaches PayPal.
 *
 * @param path without the query, such as {@code /v1/billing/plans}
 * @param query decoded, the first value of each name
 * @param headers by name in any case; kept in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record FakeCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  /** Copies the maps. */
  public FakeCall {
    query = Map.copyOf(query);
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /** The value of a header by its lower-case name; null if it is absent. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Never the headers, which carry a token, nor the body. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
