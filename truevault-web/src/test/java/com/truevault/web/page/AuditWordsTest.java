package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the library notes in the audit log, administrators read in words. */
class AuditWordsTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("project.root", ".."))
          .resolve("truevault-core/src/main/java/com/truevault");
  private static final Pattern ACTION =
      Pattern.compile(
          "\"((?:access|device|list|message|server|session|setting|subscription|theme|user|vip)"
              + "\\.[a-z-]*[a-z])\"");

  @Test
  void everyActionHasWords() throws IOException {
    Set<String> actions = actions();
    assertTrue(actions.size() > 30, "only " + actions);
    Messages messages = new Messages(Locale.ENGLISH);
    assertEquals(
        List.of(),
        actions.stream()
            .filter(action -> messages.textOr("audit.act." + action, "").isEmpty())
            .toList());
  }

  private static Set<String> actions() throws IOException {
    Set<String> actions = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
        Files.readString(file)
            .lines()
            .filter(line -> !line.contains("TOPIC = "))
            .flatMap(line -> ACTION.matcher(line).results())
            .map((MatchResult found) -> found.group(1))
            .forEach(actions::add);
      }
    }
    return actions;
  }
}
