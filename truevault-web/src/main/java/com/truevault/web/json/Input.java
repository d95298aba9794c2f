package com.truevault.web.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text being read, and what was found wrong with it so far. */
final class Input {
  private static final int MAX_FINDINGS = 50;

  private final JsonReader reader;
  private final List<FieldError> findings = new ArrayList<>(0);

  Input(JsonReader reader) {
    this.reader = reader;
  }

  JsonReader reader() {
    return reader;
  }

  int findings() {
    return findings.size();
  }

  /** Whether the next value is of the wanted token; otherwise notes it and skips the value. */
  boolean expect(JsonToken wanted, String name) throws IOException {
    JsonToken actual = reader.peek();
    if (actual == wanted) {
      return true;
    }
    refuse(actual == JsonToken.NULL ? "must not be null" : "must be " + name);
    return false;
  }

  /** Notes a finding about the next value and skips it. */
  @Nullable Object refuse(String message) throws IOException {
    note(fieldOf(reader.getPath()), message);
    reader.skipValue();
    return null;
  }

  /** Notes a finding about the value just read. */
  @Nullable Object reject(String message) {
    note(fieldOf(reader.getPreviousPath()), message);
    return null;
  }

  /** Notes that the object just read lacks a field. */
  void noteMissing(String name) {
    String path = fieldOf(reader.getPreviousPath());
    note(path.isEmpty() ? name : path + "." + name, "is missing");
  }

  private void note(String field, String message) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(new FieldError(field, message));
    }
  }

  private static String fieldOf(String path) {
    String field = path.startsWith("$.") ? path.substring(2) : path.substring(1);
    return field.length() > 100 ? field.substring(0, 100) : field;
  }

  void throwFindings() {
    if (!findings.isEmpty()) {
      throw new InvalidFieldsException(findings);
    }
  }
}
