package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.web.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The codes that a route may answer: those of docs/http-api.md for all, and its own. */
final class Declared {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("project.root", "..")).resolve("docs/http-api.md");

  private final Set<String> general;

  private Declared(Set<String> general) {
    this.general = general;
  }

  static Declared read() {
    try {
      Pattern code = Pattern.compile("`([a-z]+(-[a-z]+)*)`");
      return new Declared(
          Files.readAllLines(DOCUMENT).stream()
              .filter(line -> line.matches("\\| [45]\\d\\d[ ,].*"))
              .flatMap(line -> code.matcher(line).results())
              .map(found -> found.group(1))
              .collect(Collectors.toSet()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void require(Route route, String code) {
    assertTrue(
        general.contains(code) || route.problems().contains(code),
        () -> route + " answers " + code + ", which neither it nor docs/http-api.md declares");
  }
}
