package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.SourceTree.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shape of the house, held by reading its sources. */
class ArchitectureTest {
  /** The features of the core; each may use those before it. */
  private static final List<String> FEATURES =
      List.of(
          "text",
          "store",
          "secret",
          "outbox",
          "audit",
          "mail",
          "setting",
          "theme",
          "user",
          "vip",
          "billing",
          "ledger",
          "subscription",
          "webhook",
          "entitlement",
          "wireguard",
          "server",
          "device",
          "peer",
          "agent",
          "traffic",
          "health");

  private static final String CORE = "^truevault-core/src/main/";
  private static final String THIS_TEST = "/ArchitectureTest\\.java$";

  private final SourceTree all = SourceTree.all();
  private final SourceTree main = all.under("/src/main/");

  private static void assertNone(List<String> breaches) {
    assertEquals("", String.join("\n", breaches));
  }

  @Test
  void readsTheSourcesOfEveryModule() {
    for (String module : List.of("truevault-core", "truevault-sqlite", "truevault-web")) {
      assertTrue(main.under("^" + module + "/").sources().size() > 20, module);
    }
  }

  @Test
  void theCoreNeedsTheJdkAndBouncyCastleAlone() {
    assertNone(
        main.under(CORE)
            .matches(
                "^import (static )?(?!java\\.|javax\\.crypto\\.|org\\.jspecify\\.|org\\.bouncycastle\\."
                    + "|com\\.truevault\\.).*"));
    assertNone(
        main.under(CORE + "java/module-info")
            .matches(
                "requires (?!org\\.bouncycastle\\.provider|static transitive org\\.jspecify).*"));
  }

  @Test
  void theCoreKnowsNoneOfTheOtherModules() {
    assertNone(
        main.under(CORE)
            .matches(
                "com\\.truevault\\.(sqlite|web|paypal|examples|benchmarks)\\.|com\\.truevault\\.wireguard\\.[a-z]"));
  }

  @Test
  void everyFeatureUsesOnlyThoseBeforeIt() {
    for (Source source : main.under(CORE + "java/com/truevault/\\w+/").sources()) {
      String feature = source.folder().substring(source.folder().lastIndexOf('/') + 1);
      Set<String> used = featuresUsedBy(source);
      used.remove(feature);
      if (!feature.equals("testing")) {
        assertTrue(FEATURES.contains(feature), feature + " has no place among the features");
        used.removeAll(FEATURES.subList(0, FEATURES.indexOf(feature)));
        assertEquals(Set.of(), used, source.path());
      }
    }
  }

  @Test
  void nothingButTestsAndDemosUsesTheFakes() {
    assertNone(
        main.under("^truevault-(core|sqlite|wireguard)/|/web/(http|json|openapi|jetty|log)/")
            .notUnder("/com/truevault/testing/")
            .matches("import com\\.truevault\\.testing\\..*"));
  }

  @Test
  void theFacadeIsKnownToFakesAloneInsideTheCore() {
    assertNone(
        main.under(CORE + "java/com/truevault/\\w+/")
            .notUnder("/testing/")
            .matches("import com\\.truevault\\.(?!ErrorKind;|TrueVaultException;)[A-Z].*"));
  }

  @Test
  void jettyStaysInItsPackage() {
    assertNone(
        main.notUnder("^truevault-web/src/main/java/com/truevault/web/jetty/|^benchmarks/")
            .matches("import (static )?org\\.eclipse\\.jetty\\..*"));
  }

  @Test
  void sqliteIsNamedByTheCompositionRootAlone() {
    assertNone(
        main.under("^truevault-web/")
            .notUnder("/web/host/StorageModule|/web/command/DoctorCommand")
            .matches("com\\.truevault\\.sqlite\\b.*"));
    assertNone(
        main.under("^truevault-web/|^truevault-core/")
            .matches("import (java\\.sql|org\\.sqlite)\\..*"));
  }

  @Test
  void noTypeHasANameThatSaysNothing() {
    Pattern empty =
        Pattern.compile(
            ".*(Impl|Utils?|Helpers?|Manager|Service|D[Tt][Oo]|D[Aa][Oo])|Default[A-Z].*");
    assertEquals(
        List.of(),
        all.sources().stream()
            .flatMap(
                source ->
                    Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)")
                        .matcher(source.text())
                        .results()
                        .map(type -> type.group(1)))
            .filter(type -> empty.matcher(type).matches())
            .toList());
  }

  @Test
  void noFileIsLongerThan400LinesAndMostAreShort() {
    assertEquals(
        List.of(),
        all.sources().stream().filter(source -> source.lines() > 400).map(Source::path).toList());
    List<Long> lengths = main.sources().stream().map(Source::lines).sorted().toList();
    assertTrue(lengths.get(lengths.size() / 2) <= 80, "the median is " + lengths);
  }

  @Test
  void noConstructorTakesMoreThanFiveThings() {
    for (Source source : main.sources()) {
      Pattern constructor =
          Pattern.compile(
              "(?<!new |record |\\.|\\w)" + source.type() + "\\(([^;{]*?)\\)[^;(){]*\\{");
      if (source.text().contains("class " + source.type())) {
        constructor
            .matcher(source.text())
            .results()
            .forEach(found -> assertTrue(parameters(found) <= 5, source.path() + found.group()));
      }
    }
  }

  @Test
  void noHandlerHasMoreThanFifteenLines() {
    Pattern handler =
        Pattern.compile(
            "^  [a-z ]*Response (\\w+)\\(([^)]*\\b)?Request \\w+[^)]*\\)[^{;]*\\{\\n(.*?)^  }",
            Pattern.MULTILINE | Pattern.DOTALL);
    int found = 0;
    for (Source source : main.under("^truevault-web/.*(Routes|Pages)\\.java$").sources()) {
      for (MatchResult method : handler.matcher(source.text()).results().toList()) {
        long lines = method.group(3).lines().count();
        assertTrue(lines <= 15, source.path() + " " + method.group(1) + " has " + lines);
        found++;
      }
    }
    assertTrue(found > 100, "only " + found + " handlers");
  }

  @Test
  void timeComesFromTheInjectedClock() {
    assertNone(
        main.under("^truevault-")
            .matches(
                "\\b(Instant|Local\\w+|OffsetDateTime|ZonedDateTime|Year|YearMonth)\\.now\\(.*"
                    + "|currentTimeMillis|Clock\\.system.*|new Date\\(\\)"));
    assertNone(
        main.notUnder(
                "/TrueVaultBuilder|/SqliteConfig|/web/command/|/web/demo/|^examples/|^benchmarks/")
            .matches("InstantSource\\.system.*"));
  }

  @Test
  void environmentAndConsoleBelongToTheProgramAlone() {
    assertNone(
        main.under("^truevault-")
            .notUnder("/web/Main\\.java$|/web/command/")
            .matches("System\\.(getenv|out|err|exit|in)\\b.*"));
    assertNone(main.under("^truevault-(core|sqlite)/").matches("System\\.getProperty.*"));
  }

  @Test
  void nothingIsStaticThatChanges() {
    assertNone(
        main.under("^truevault-")
            .matches(
                "^ +(private |public |protected )?static (?!final|class|record|interface|enum"
                    + "|sealed|abstract)(transient |volatile )?[\\w<>\\[\\], ?@.]+ \\w+( =.*|;)"));
  }

  @Test
  void optionalsAreReturnedButNeverKeptOrTaken() {
    assertNone(
        main.under("^truevault-")
            .matches(
                "^ +private (static )?(final )?Optional<.*;|^ +[^=/*]*\\b\\w+\\([^)]*Optional<[^)]*> \\w+[,)].*\\{"));
  }

  @Test
  void testsDoNotSleep() {
    assertNone(all.notUnder(THIS_TEST).matches(".*Thread\\.sleep.*"));
  }

  @Test
  void everyPackageSaysItsRoleAndIsNullMarked() {
    Set<String> marked =
        main.under("/package-info\\.java$").sources().stream()
            .filter(source -> source.text().contains("@NullMarked"))
            .filter(source -> source.text().startsWith("/**"))
            .map(Source::folder)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(),
        main.notUnder("/module-info\\.java$").sources().stream()
            .map(Source::folder)
            .filter(folder -> !marked.contains(folder))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void noWorkIsLeftForLaterInAComment() {
    assertNone(all.notUnder(THIS_TEST).matches(".*\\b(TODO|FIXME|XXX|HACK)\\b.*"));
    assertNone(all.notUnder(THIS_TEST).matches(" *\\* *@author.*"));
  }

  @Test
  void everyTestMethodIsASentence() {
    assertNone(
        all.under("/src/test/")
            .matches("@Test\\s+(default )?void (test[A-Z0-9]\\w*|\\w*_\\w*)\\(\\)"));
  }

  private static Set<String> featuresUsedBy(Source source) {
    Matcher used =
        Pattern.compile("(?<!package )com\\.truevault\\.([a-z]+)\\.[A-Z]").matcher(source.text());
    return used.results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int parameters(MatchResult constructor) {
    String list = constructor.group(1);
    while (list.contains("<")) {
      String plainer = list.replaceAll("<[^<>]*>", "");
      if (plainer.equals(list)) {
        break;
      }
      list = plainer;
    }
    list = list.replaceAll("\\([^()]*\\)", "");
    return list.isBlank() ? 0 : list.split(",", -1).length;
  }
}
