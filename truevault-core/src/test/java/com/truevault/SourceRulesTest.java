package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security rules that can be seen in the sources of all modules. */
class SourceRulesTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final List<Path> SOURCES = new ArrayList<>();

  @BeforeAll
  static void collect() throws IOException {
    for (String module : List.of("truevault-core", "truevault-sqlite", "truevault-web")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(SOURCES::add);
      }
    }
    assertFalse(SOURCES.isEmpty());
  }

  @Test
  void statementsAreMadeInTheKitAloneAndNeverFromValues() throws IOException {
    assertEquals(
        List.of(),
        breaches("import java\\.sql\\.(Statement|PreparedStatement|Connection);", "/jdbc/|/file/"));
    assertEquals(List.of(), breaches("createStatement\\(", ""));
    assertEquals(
        List.of(),
        breaches(
            "\"\"\"\\s*\\+|\\+\\s*\"\"\"|\"(select|insert|update|delete) [^\"]*\"\\s*\\+",
            "/doctor/|/Snapshot"));
  }

  @Test
  void noProcessIsStarted() throws IOException {
    assertEquals(List.of(), breaches("ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec", ""));
  }

  @Test
  void patternsAreWrittenHereAndNeverByUsers() throws IOException {
    // Settings, theme and configuration match the constants of their own enums.
    assertEquals(
        List.of(), breaches("Pattern\\.compile\\(\\s*[^\\s\"]", "/setting/Rules|/theme/ThemeKey"));
    assertEquals(
        List.of(),
        breaches("\\.(matches|replaceAll|split)\\([a-z]", "[Mm]atcher|/config/ConfigKey"));
  }

  @Test
  void nothingIsDeserialisedIntoTypesThatTheInputNames() throws IOException {
    assertEquals(
        List.of(),
        breaches("Object(Input|Output)Stream|XMLDecoder|new Gson\\(|\\.fromJson\\(", ""));
  }

  @Test
  void secretsAreComparedInConstantTime() throws IOException {
    assertEquals(List.of(), breaches("Arrays\\.equals\\(", ""));
    // Hashes of secrets may be compared in any way: nobody can work towards one.
    assertEquals(List.of(), breaches("(?i)(secret|code|mac|tag)(\\(\\))?\\.equals\\(", ""));
  }

  @Test
  void randomnessIsStrongAndHashesAreSound() throws IOException {
    assertEquals(
        List.of(), breaches("new Random\\(|Math\\.random|ThreadLocalRandom|UUID\\.random", ""));
    assertEquals(List.of(), breaches("\"(MD5|SHA-?1)\"", ""));
    // RFC 6238 as authenticator applications know it; a MAC does not need collision resistance.
    assertEquals(List.of(), breaches("HmacSHA1|HmacMD5", "/user/Totp"));
  }

  private static List<String> breaches(String pattern, String except) throws IOException {
    Pattern wrong = Pattern.compile(pattern);
    Pattern allowed = Pattern.compile(except.isEmpty() ? "(?!)" : except);
    List<String> found = new ArrayList<>();
    for (Path source : SOURCES) {
      String name = ROOT.relativize(source).toString();
      String text = Files.readString(source);
      wrong
          .matcher(text)
          .results()
          .map(match -> name + ":" + lineAt(text, match.start()))
          .filter(place -> !allowed.matcher(place).find())
          .forEach(found::add);
    }
    return found;
  }

  private static String lineAt(String text, int offset) {
    int start = text.lastIndexOf('\n', offset) + 1;
    int end = text.indexOf('\n', offset);
    return text.substring(start, end < 0 ? text.length() : end).strip();
  }
}
