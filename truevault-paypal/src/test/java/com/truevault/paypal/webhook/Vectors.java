package com.truevault.paypal.webhook;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Deliveries that PayPal signed, kept beside the project. */
final class Vectors {
  private static final Path FOLDER = Path.of("..", "..", "shared", "paypal-vectors");
  private static final Path SIMULATOR = FOLDER.resolve("simulator-2024");
  private static final String HEADERS = ".headers.json";

  private Vectors() {}

  /** A delivery as it came. */
  @SuppressWarnings("ArrayRecordComponent") // Bodies are large, and nobody compares them.
  record Vector(String name, Map<String, List<String>> headers, byte[] body) {}

  static List<Vector> all() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(SIMULATOR), "no ../shared/paypal-vectors with genuine deliveries");
    try (Stream<Path> files = Files.list(SIMULATOR)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(HEADERS))
              .map(file -> file.substring(0, file.length() - HEADERS.length()))
              .sorted()
              .toList();
      return names.stream().map(Vectors::read).toList();
    }
  }

  static byte[] leaf() throws IOException {
    return Files.readAllBytes(SIMULATOR.resolve("CERT-360caa42-fca2a594-1a5f47cb.pem"));
  }

  private static Vector read(String name) {
    try {
      JsonObject headers =
          JsonParser.parseString(Files.readString(SIMULATOR.resolve(name + HEADERS)))
              .getAsJsonObject();
      return new Vector(
          name,
          headers.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, header -> List.of(header.getValue().getAsString()))),
          Files.readAllBytes(SIMULATOR.resolve(name + ".body.json")));
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
