package com.truevault.web.command;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers of a delivery in a file: an object of texts or of lists of texts, or one {@code Name:
 * value} on each line. A name that stands there twice has two values.
 */
final class HeadersFile {
  private final Map<String, List<String>> values = new HashMap<>();

  private HeadersFile() {}

  /**
   * Reads a file.
   *
   * @return the values by lower-case name
   * @throws IOException if it cannot be read, or is neither kind of file
   */
  static Map<String, List<String>> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    HeadersFile headers = new HeadersFile();
    if (text.stripLeading().startsWith("{")) {
      headers.readObject(text, file);
    } else {
      headers.readLines(text, file);
    }
    return headers.values;
  }

  private void readObject(String text, Path file) throws IOException {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        if (reader.peek() == JsonToken.BEGIN_ARRAY) {
          reader.beginArray();
          while (reader.hasNext()) {
            add(name, reader.nextString());
          }
          reader.endArray();
        } else {
          add(name, reader.nextString());
        }
      }
      reader.endObject();
    } catch (IllegalStateException | MalformedJsonException e) {
      throw new IOException(file + " is no JSON object of texts: " + e.getMessage(), e);
    }
  }

  private void readLines(String text, Path file) throws IOException {
    for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException(file + " must have lines such as Name: value: " + line.strip());
      }
      add(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
  }

  private void add(String name, String value) {
    values.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>()).add(value);
  }
}
