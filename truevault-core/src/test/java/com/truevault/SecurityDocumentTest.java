package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/security.md to the tests it names as {@code SomeTest#someSentence}. */
class SecurityDocumentTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void everyTestItNamesIsThere() throws IOException {
    List<MatchResult> named =
        NAMED.matcher(Files.readString(ROOT.resolve("docs/security.md"))).results().toList();
    assertTrue(named.size() > 50, "docs/security.md names only " + named.size() + " tests");
    Map<String, String> sources = sources();
    List<String> missing =
        named.stream()
            .filter(test -> !has(sources.getOrDefault(test.group(1), ""), test.group(2)))
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertEquals(List.of(), missing, "docs/security.md names tests that are not there");
  }

  private static boolean has(String source, String method) {
    return Pattern.compile("\\b" + method + "\\(").matcher(source).find();
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityDocumentTest::read,
                  String::concat));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
