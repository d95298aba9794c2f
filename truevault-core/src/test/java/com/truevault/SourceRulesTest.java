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
    for (String module :
        List.of("truevault-core", "truevault-sqlite", "truevault-wireguard", "truevault-web")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(SOURCES::add);
      }
    }
    assertFalse(SOURCES.isEmpty());
  }

  @Test
  void statementsAreMadeInTheKitAloneAndNeverFromValues() throws IOException {
    assertEquals(List.of(), breaches("\\bjava\\.sql\\.", "/sqlite/jdbc/|/sqlite/file/"));
    assertEquals(List.of(), breaches("createStatement\\(|addBatch\\(\\s*[^)]", ""));
    // Names of files and pragmas are ours, and SQLite takes no parameters for them.
    assertEquals(
        List.of(),
        breaches(
            "\"\"\"\\s*\\+|\\+\\s*\"\"\"|\"(?i:select|insert|update|delete|replace|with|attach|pragma|create"
                + "|drop|alter) [^\"]*\"\\s*(\\+|\\.concat)",
            "/doctor/(HouseInvariants|FileChecks)|/file/(Snapshot|Pragmas|SqliteFile)|/migration/Migrations|/wireguard/setup/Undo"));
    // Beside messages, JSON escapes and a condition that two invariants share, no text of the
    // module is made from a pattern.
    assertEquals(
        List.of(),
        breachesIn(
            "truevault-sqlite/",
            "\\.formatted\\(|String\\.format\\(|String\\.join\\(|new Formatter\\(|MessageFormat",
            "/FlatJson|/migration/(Inspection|Scripts)|/folder/DataFolder|/doctor/PeopleInvariants"));
  }

  @Test
  void processesAreStartedByOneClassAlone() throws IOException {
    // Programs of a VPN server, with arguments that no shell reads.
    assertEquals(
        List.of(),
        breaches("ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec", "/wireguard/system/Program"));
  }

  @Test
  void patternsAreWrittenHereAndNeverByUsers() throws IOException {
    // Settings, theme and configuration match the constants of their own enums; credentials match
    // their hashes.
    assertEquals(
        List.of(), breaches("Pattern\\.compile\\(\\s*[^\\s\"]", "/setting/Rules|/theme/ThemeKey"));
    assertEquals(
        List.of(),
        breaches(
            "\\.(matches|replaceAll|split)\\([a-z]", "[Mm]atcher|/config/ConfigKey|/agent/Agents"));
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
    // Hashes of secrets may be compared in any way: nobody can work towards one. The code of a
    // problem or reason is a word that everybody may read. Two cookies of
    // one request, a typed password and its repetition, and ETags come from one and the same side.
    String secret = "(?i:secret|code|mac|tag|token|csrf|password|nonce|signature|bearer)";
    assertEquals(
        List.of(),
        breaches(
            secret
                + "(\\(\\))?\\.(equals|contentEquals|compareTo)\\(|\\.(equals|contentEquals|compareTo)\\([^)]*"
                + secret,
            "/testing/|now\\.passwordHash\\(\\)|\\.equals\\((reason|problem)\\.code|SessionCookie.*!token\\.equals\\(value\\)|AdminCreateCommand.*console"
                + "|/NotModified|name\\.equals\\(Csrf\\.FIELD\\)"));
  }

  @Test
  void randomnessIsStrongAndHashesAreSound() throws IOException {
    assertEquals(
        List.of(), breaches("new Random\\(|Math\\.random|ThreadLocalRandom|UUID\\.random", ""));
    assertEquals(List.of(), breaches("\"(MD5|SHA-?1)\"", ""));
    // RFC 6238 as authenticator applications know it; a MAC does not need collision resistance.
    assertEquals(List.of(), breaches("HmacSHA1|HmacMD5", "/user/Totp"));
  }

  private static List<String> breachesIn(String module, String pattern, String except)
      throws IOException {
    return breaches(pattern, except).stream().filter(place -> place.startsWith(module)).toList();
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
