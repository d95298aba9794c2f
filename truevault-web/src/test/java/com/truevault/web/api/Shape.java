package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** Compares JSON with the part of JSON Schema that the description of the API uses. */
record Shape(JsonObject document, String where) {
  void check(JsonObject given, JsonElement value) {
    JsonObject schema = resolved(given);
    if (schema.has("anyOf")) {
      if (!value.isJsonNull()) {
        check(schema.getAsJsonArray("anyOf").get(0).getAsJsonObject(), value);
      }
    } else if (schema.has("type")) {
      checkType(schema, value);
    }
  }

  private void checkType(JsonObject schema, JsonElement value) {
    String what = where + " " + schema + " " + value;
    switch (schema.get("type").getAsString()) {
      case "object" -> checkObject(schema, value.getAsJsonObject());
      case "array" ->
          value.getAsJsonArray().forEach(item -> check(schema.getAsJsonObject("items"), item));
      case "string" -> {
        assertTrue(value.getAsJsonPrimitive().isString(), what);
        if (schema.has("enum")) {
          assertTrue(schema.getAsJsonArray("enum").contains(value), what);
        }
      }
      case "boolean" -> assertTrue(value.getAsJsonPrimitive().isBoolean(), what);
      default -> assertTrue(value.getAsJsonPrimitive().isNumber(), what);
    }
  }

  private void checkObject(JsonObject schema, JsonObject value) {
    JsonObject properties = schema.getAsJsonObject("properties");
    if (properties == null) {
      value
          .entrySet()
          .forEach(e -> check(schema.getAsJsonObject("additionalProperties"), e.getValue()));
      return;
    }
    assertEquals(properties.keySet(), value.keySet(), where);
    for (Map.Entry<String, JsonElement> member : value.entrySet()) {
      check(properties.getAsJsonObject(member.getKey()), member.getValue());
    }
  }

  private JsonObject resolved(JsonObject schema) {
    if (!schema.has("$ref")) {
      return schema;
    }
    String reference = schema.get("$ref").getAsString();
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return document.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
  }
}
