package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One OpenAPI file. */
final class OpenApiFile {
  private static final Pattern SLASH = Pattern.compile("/");

  private final JsonObject root;

  private OpenApiFile(JsonObject root) {
    this.root = root;
  }

  static OpenApiFile read(Path file) {
    try {
      return new OpenApiFile(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What can be called. */
  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonElement> path : object(root, "paths").entrySet()) {
      JsonObject methods = path.getValue().getAsJsonObject();
      for (String method : methods.keySet()) {
        if (!method.equals("parameters")) {
          all.add(
              new Operation(
                  this,
                  method.toUpperCase(Locale.ROOT),
                  path.getKey(),
                  methods.getAsJsonObject(method)));
        }
      }
    }
    return all;
  }

  /** What a reference stands for; the object itself if it is none. */
  JsonObject resolved(JsonObject object) {
    JsonObject found = object;
    while (found.has("$ref")) {
      JsonObject next = root;
      for (String part : SLASH.split(found.get("$ref").getAsString().substring(2), -1)) {
        next = next.getAsJsonObject(part);
      }
      found = next;
    }
    return found;
  }

  static JsonObject object(JsonObject in, String name) {
    return in.has(name) ? in.getAsJsonObject(name) : new JsonObject();
  }

  static JsonArray array(JsonObject in, String name) {
    return in.has(name) ? in.getAsJsonArray(name) : new JsonArray();
  }

  static String text(JsonObject in, String name) {
    return in.has(name) ? in.get(name).getAsString() : "";
  }

  /**
   * One method on one path.
   *
   * @param path with names in braces
   * @param description what the file says of it
   */
  record Operation(OpenApiFile file, String method, String path, JsonObject description) {
    boolean isFor(String calledMethod, String calledPath) {
      return method.equals(calledMethod)
          && Pattern.matches(path.replaceAll("\\{[^}]*}", "[^/]+"), calledPath);
    }

    /** Its parameters of that place, such as {@code query}. */
    List<JsonObject> parameters(String place) {
      List<JsonObject> found = new ArrayList<>();
      for (JsonElement parameter : array(description, "parameters")) {
        JsonObject resolved = file.resolved(parameter.getAsJsonObject());
        if (text(resolved, "in").equals(place)) {
          found.add(resolved);
        }
      }
      return found;
    }

    /** The answer of that status, or what stands for all others; empty if there is none. */
    JsonObject answer(int status) {
      JsonObject answers = object(description, "responses");
      String key = answers.has(Integer.toString(status)) ? Integer.toString(status) : "default";
      return file.resolved(object(answers, key));
    }

    /** The schema of JSON that is sent or answered; empty if there is none. */
    JsonObject schema(JsonObject message) {
      JsonObject types = object(file.resolved(message), "content");
      return object(object(types, "application/json"), "schema");
    }
  }
}
