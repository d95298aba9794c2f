package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** JSON as PayPal writes and reads it. */
final class FakeJson {
  private FakeJson() {}

  /** Names and values in turn; values that are null are left out. */
  static JsonObject object(@Nullable Object... pairs) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        object.add(String.valueOf(pairs[i]), element(value));
      }
    }
    return object;
  }

  static JsonArray array(JsonElement... elements) {
    JsonArray array = new JsonArray();
    for (JsonElement element : elements) {
      array.add(element);
    }
    return array;
  }

  static JsonObject link(String href, String rel, String method) {
    return object("href", href, "rel", rel, "method", method);
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static @Nullable String timeOrNull(@Nullable Instant at) {
    return at == null ? null : time(at);
  }

  /** The object in the body of a call; an empty one if the body is empty. */
  static JsonObject body(FakeCall call) {
    if (call.body().length == 0) {
      return new JsonObject();
    }
    JsonElement body = parse(call.text());
    if (!body.isJsonObject()) {
      throw FakeProblemException.invalid("MALFORMED_REQUEST_JSON");
    }
    return body.getAsJsonObject();
  }

  static JsonElement parse(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw FakeProblemException.invalid("MALFORMED_REQUEST_JSON");
    }
  }

  static String text(JsonObject object, String name) {
    String value = textOrNull(object, name);
    if (value == null) {
      throw FakeProblemException.invalid("MISSING_REQUIRED_PARAMETER");
    }
    return value;
  }

  static @Nullable String textOrNull(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || !value.isJsonPrimitive() ? null : value.getAsString();
  }

  static JsonObject part(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  private static JsonElement element(Object value) {
    if (value instanceof JsonElement element) {
      return element;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    return new JsonPrimitive(value.toString());
  }
}
