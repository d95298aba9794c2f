package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What PayPal answers.
 *
 * @param headers by lower-case name
 * @param wire whether the answer reaches the caller
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record FakeAnswer(int status, Map<String, String> headers, byte[] body, Wire wire) {

  /** Copies the headers. */
  public FakeAnswer {
    headers = Map.copyOf(headers);
  }

  /** How an answer travels. */
  public enum Wire {
    /** As it should. */
    SOUND,
    /** The connection breaks before the first byte. */
    DROPPED,
    /** The body does not end within any patience. */
    STALLED
  }

  static FakeAnswer json(int status, JsonObject body) {
    return of(status, "application/json;charset=UTF-8", body.toString());
  }

  static FakeAnswer html(String page) {
    return of(200, "text/html;charset=UTF-8", page);
  }

  static FakeAnswer empty(int status) {
    return new FakeAnswer(status, Map.of(), new byte[0], Wire.SOUND);
  }

  static FakeAnswer of(int status, String type, String text) {
    return new FakeAnswer(
        status, Map.of("content-type", type), text.getBytes(StandardCharsets.UTF_8), Wire.SOUND);
  }

  FakeAnswer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new FakeAnswer(status, more, body, wire);
  }

  FakeAnswer as(int other) {
    return new FakeAnswer(other, headers, body, wire);
  }

  FakeAnswer by(Wire other) {
    return new FakeAnswer(status, headers, body, other);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
