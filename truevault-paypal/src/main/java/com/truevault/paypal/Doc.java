package com.truevault.paypal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.truevault.billing.Money;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of PayPal's, read member by member: what is not asked for is ignored, and what has
 * another shape than expected counts as absent, so that an odd date spoils nothing but itself.
 * Numbers are kept as they are written.
 */
public final class Doc {
  /** No members. */
  public static final Doc EMPTY = new Doc(new JsonObject());

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final JsonObject json;

  private Doc(JsonObject json) {
    this.json = json;
  }

  /** An object of texts, numbers, flags, lists and maps of them. */
  public static Doc of(Map<String, ?> members) {
    return new Doc(GSON.toJsonTree(members).getAsJsonObject());
  }

  /**
   * Parses an object; nothing at all is an empty one.
   *
   * @throws JsonParseException if it is something else, or not whole
   */
  public static Doc parse(byte[] body) {
    if (body.length == 0) {
      return EMPTY;
    }
    JsonElement json = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
    if (!json.isJsonObject()) {
      throw new JsonParseException("not an object");
    }
    return new Doc(json.getAsJsonObject());
  }

  /**
   * Whether that is one object to the letter of the standard, with nothing after it: only such a
   * text can be set into another without changing what the other says.
   */
  static boolean isExactlyOne(byte[] body) {
    try (JsonReader reader =
        new JsonReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
      reader.setStrictness(Strictness.STRICT);
      boolean isObject = reader.peek() == JsonToken.BEGIN_OBJECT;
      reader.skipValue();
      return isObject && reader.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException e) {
      return false;
    }
  }

  /** A list of objects in UTF-8. */
  static byte[] list(List<Doc> objects) {
    return GSON.toJson(objects.stream().map(each -> each.json).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The object in UTF-8. */
  public byte[] bytes() {
    return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
  }

  /** A text or number as it is written; empty if there is none. */
  public String text(String name) {
    JsonElement member = json.get(name);
    return member != null && member.isJsonPrimitive() ? member.getAsString() : "";
  }

  /** A whole number; 0 if there is none. */
  public int number(String name) {
    String text = text(name);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** A flag; false if there is none. */
  public boolean flag(String name) {
    return text(name).equals("true");
  }

  /** An object; empty if there is none. */
  public Doc object(String name) {
    JsonElement member = json.get(name);
    return member != null && member.isJsonObject() ? new Doc(member.getAsJsonObject()) : EMPTY;
  }

  /** The objects of a list; empty if there is none. */
  public List<Doc> list(String name) {
    JsonElement member = json.get(name);
    return member == null || !member.isJsonArray()
        ? List.of()
        : StreamSupport.stream(member.getAsJsonArray().spliterator(), false)
            .filter(JsonElement::isJsonObject)
            .map(element -> new Doc(element.getAsJsonObject()))
            .toList();
  }

  /** A moment; null if there is none, or none that exists. */
  public @Nullable Instant time(String name) {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * An amount in either of PayPal's two forms; null if there is none.
   *
   * @throws DoubtfulException if it is one that cannot be understood
   */
  @Nullable Money money(String name) {
    Doc amount = object(name);
    return amount.isEmpty()
        ? null
        : Amounts.read(amount.either("value", "total"), amount.either("currency_code", "currency"));
  }

  /** Where the first link of that relation leads; empty if there is none. */
  public String link(String rel) {
    return list("links").stream()
        .filter(link -> link.text("rel").equals(rel))
        .map(link -> link.text("href"))
        .findFirst()
        .orElse("");
  }

  /** Whether there are no members. */
  public boolean isEmpty() {
    return json.isEmpty();
  }

  private String either(String name, String other) {
    String text = text(name);
    return text.isEmpty() ? text(other) : text;
  }
}
