package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  private static final Pattern TEST =
      Pattern.compile("(?m)^ +@(Test|ParameterizedTest|RepeatedTest)\\b");
  private static final List<Integer> ROWS =
      List.of(
          1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 16, 17, 18, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 32,
          33, 34, 35, 40, 43, 44, 46, 49, 50, 54, 56, 57, 68, 72, 73, 74, 84, 85, 86, 87, 88, 90);

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

  @Test
  void everyRowOfTheIssueHasATest() throws IOException {
    String document = Files.readString(ROOT.resolve("docs/security.md"));
    assertEquals(
        List.of(),
        ROWS.stream()
            .filter(
                row ->
                    !Pattern.compile("(?m)^\\| " + row + " \\|.*`\\w+#\\w+`")
                        .matcher(document)
                        .find())
            .toList(),
        "docs/security.md names no test for these rows");
    assertFalse(document.contains("no test yet"), "docs/security.md has rows without a test");
  }

  /** Whether a method of that name is annotated as a test: members stand apart by blank lines. */
  private static boolean has(String source, String method) {
    return Pattern.compile("\\bvoid " + method + "\\(")
        .matcher(source)
        .results()
        .map(found -> source.substring(source.lastIndexOf("\n\n", found.start()), found.start()))
        .anyMatch(head -> TEST.matcher(head).find());
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
