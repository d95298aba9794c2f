package com.truevault.paypal.webhook;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a delivery, as far as it can be understood. Only names are taken from it: amounts and
 * times in it may be forged, and some of PayPal's own are no amounts and no times.
 */
record Event(JsonObject json) {
  private static final int DEEPEST = 32;
  private static final TypeAdapter<JsonElement> ADAPTER = new Gson().getAdapter(JsonElement.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /** Reads a body; nothing if it is no JSON object with an id and a type. */
  static Optional<Event> of(byte[] body) {
    try (JsonReader reader =
        new JsonReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
      reader.setNestingLimit(DEEPEST);
      JsonElement element = ADAPTER.read(reader);
      if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
        return Optional.empty();
      }
      Event event = new Event(element.getAsJsonObject());
      return event.name("id") == null || event.name("event_type") == null
          ? Optional.empty()
          : Optional.of(event);
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  String id() {
    return required("id");
  }

  String type() {
    return required("event_type");
  }

  /** A name of at most 128 usual characters; null if there is none at that place. */
  @Nullable String name(String... path) {
    String text = text(path);
    return text != null && NAME.matcher(text).matches() ? text : null;
  }

  /** A text; null if there is none at that place. */
  @Nullable String text(String... path) {
    JsonElement found = json;
    for (String member : path) {
      found = found instanceof JsonObject object ? object.get(member) : null;
      if (found instanceof JsonArray array) {
        found = array.isEmpty() ? null : array.get(0);
      }
    }
    return found != null && found.isJsonPrimitive() && found.getAsJsonPrimitive().isString()
        ? found.getAsString()
        : null;
  }

  /** The name at the end of the first address in the links that goes on after this path. */
  @Nullable String linked(String path) {
    JsonElement resource = json.get("resource");
    JsonElement links = resource instanceof JsonObject object ? object.get("links") : null;
    List<JsonElement> all = links instanceof JsonArray array ? array.asList() : List.of();
    return all.stream()
        .filter(JsonObject.class::isInstance)
        .map(link -> new Event((JsonObject) link).text("href"))
        .map(href -> href == null ? "" : href)
        .filter(href -> href.contains(path))
        .map(href -> href.substring(href.indexOf(path) + path.length()))
        .filter(end -> NAME.matcher(end).matches())
        .findFirst()
        .orElse(null);
  }

  private String required(String member) {
    String name = name(member);
    return name == null ? "" : name;
  }
}
