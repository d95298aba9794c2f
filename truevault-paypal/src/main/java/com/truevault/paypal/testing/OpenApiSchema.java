package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A schema of an OpenAPI file, as far as PayPal's files go: types, required members, enumerations,
 * patterns, bounds, lists and the three ways to join schemas.
 */
final class OpenApiSchema {
  private final OpenApiFile file;
  private final boolean isRequest;

  /**
   * Schemas of that file.
   *
   * @param isRequest whether what only the server sets may be left out
   */
  OpenApiSchema(OpenApiFile file, boolean isRequest) {
    this.file = file;
    this.isRequest = isRequest;
  }

  /** Where the value breaks the schema, in words; empty if nowhere. */
  List<String> breaches(JsonObject reference, JsonElement value, String place) {
    JsonObject schema = file.resolved(reference);
    List<String> found = new ArrayList<>();
    for (JsonObject part : objects(schema, "allOf")) {
      found.addAll(breaches(part, value, place));
    }
    oneOfMany(schema, "anyOf", value, place, fitting -> fitting > 0, found);
    oneOfMany(schema, "oneOf", value, place, fitting -> fitting == 1, found);
    String type = OpenApiFile.text(schema, "type");
    if (!isOfType(type, value)) {
      found.add(place + " is no " + type + ": " + value);
    } else if (value.isJsonObject()) {
      members(schema, value.getAsJsonObject(), place, found);
    } else if (value.isJsonArray()) {
      items(schema, value.getAsJsonArray(), place, found);
    } else if (value.isJsonPrimitive()) {
      scalar(schema, value.getAsString(), place, found);
    }
    return found;
  }

  private void oneOfMany(
      JsonObject schema,
      String name,
      JsonElement value,
      String place,
      Predicate<Integer> isEnough,
      List<String> found) {
    List<JsonObject> choices = objects(schema, name);
    int fitting =
        (int) choices.stream().filter(each -> breaches(each, value, place).isEmpty()).count();
    if (!choices.isEmpty() && !isEnough.test(fitting)) {
      found.add(place + " fits " + fitting + " of " + name);
    }
  }

  private void members(JsonObject schema, JsonObject value, String place, List<String> found) {
    JsonObject properties = OpenApiFile.object(schema, "properties");
    for (JsonElement name : OpenApiFile.array(schema, "required")) {
      boolean isLeftToServer =
          isRequest && OpenApiFile.object(properties, name.getAsString()).has("readOnly");
      if (!value.has(name.getAsString()) && !isLeftToServer) {
        found.add(place + " lacks " + name.getAsString());
      }
    }
    for (Map.Entry<String, JsonElement> member : value.entrySet()) {
      if (properties.has(member.getKey())) {
        found.addAll(
            breaches(
                properties.getAsJsonObject(member.getKey()),
                member.getValue(),
                place + "." + member.getKey()));
      }
    }
  }

  private void items(JsonObject schema, JsonArray value, String place, List<String> found) {
    bounds(schema, "minItems", "maxItems", value.size(), place, found);
    JsonObject each = OpenApiFile.object(schema, "items");
    for (int i = 0; i < value.size(); i++) {
      found.addAll(breaches(each, value.get(i), place + "[" + i + "]"));
    }
  }

  private static void scalar(JsonObject schema, String value, String place, List<String> found) {
    JsonArray allowed = OpenApiFile.array(schema, "enum");
    // The files even list the sentences that explain an error; those are for people.
    if (!allowed.isEmpty()
        && !place.endsWith(".description")
        && StreamSupport.stream(allowed.spliterator(), false)
            .noneMatch(each -> each.getAsString().equals(value))) {
      found.add(place + " is not one of " + allowed + ": " + value);
    }
    String pattern = OpenApiFile.text(schema, "pattern");
    if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(value).find()) {
      found.add(place + " does not match " + pattern + ": " + value);
    }
    bounds(schema, "minLength", "maxLength", value.length(), place, found);
    if (value.matches("-?[0-9]{1,15}")) {
      bounds(schema, "minimum", "maximum", Long.parseLong(value), place, found);
    }
  }

  private static void bounds(
      JsonObject schema, String least, String most, long value, String place, List<String> found) {
    if ((schema.has(least) && value < schema.get(least).getAsLong())
        || (schema.has(most) && value > schema.get(most).getAsLong())) {
      found.add(place + " breaks " + least + " or " + most + ": " + value);
    }
  }

  private static boolean isOfType(String type, JsonElement value) {
    return switch (type) {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "string" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
      case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
      case "number" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
      case "integer" ->
          value.isJsonPrimitive()
              && value.getAsJsonPrimitive().isNumber()
              && value.getAsString().matches("-?[0-9]+");
      default -> true;
    };
  }

  private static List<JsonObject> objects(JsonObject schema, String name) {
    return StreamSupport.stream(OpenApiFile.array(schema, name).spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
