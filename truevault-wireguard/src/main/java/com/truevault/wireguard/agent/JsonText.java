package com.truevault.wireguard.agent;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Small JSON objects. */
final class JsonText {
  private static final int LONGEST = 500;

  private JsonText() {}

  /** The text that a member of an object holds; null if there is none, or it is no object. */
  static @Nullable String member(byte[] object, String name) {
    try (JsonReader json =
        new JsonReader(new StringReader(new String(object, StandardCharsets.UTF_8)))) {
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals(name) && json.peek() == JsonToken.STRING) {
          String text = json.nextString();
          return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }
        json.skipValue();
      }
      return null;
    } catch (IOException | IllegalStateException e) {
      return null;
    }
  }
}
