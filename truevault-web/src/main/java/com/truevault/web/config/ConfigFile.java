package com.truevault.web.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code truevault.properties}: UTF-8, one {@code key = value} a line, {@code #} comments.
 */
final class ConfigFile {
  static final String NAME = "truevault.properties";

  private ConfigFile() {}

  static Map<String, String> read(Path file, List<String> problems) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return values;
    }
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        readLine(line.strip(), file.getFileName() + " line " + number, values, problems);
      }
    } catch (IOException failure) {
      problems.add(
          file + " cannot be read (" + failure + "); check its owner and that it is UTF-8");
    }
    return values;
  }

  private static void readLine(
      String line, String place, Map<String, String> values, List<String> problems) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    int equals = line.indexOf('=');
    if (equals < 1) {
      problems.add(place + " is not of the form key = value");
      return;
    }
    String key = line.substring(0, equals).strip();
    if (values.put(key, line.substring(equals + 1).strip()) != null) {
      problems.add(place + " gives " + key + " a second time; remove one");
    }
  }
}
