package com.truevault.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.billing.Money;
import com.truevault.setting.Setting;
import com.truevault.theme.ThemeElement;
import com.truevault.user.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InMemoryCatalogueTest {
  private static final String TEXT = "'((?:[^']|'')*)'";
  private static final Pattern SETTING =
      Pattern.compile(
          "(?m)^    \\(" + TEXT + ", " + TEXT + ", '(?:string|number|boolean)', " + TEXT);
  private static final Pattern LATER =
      Pattern.compile(
          "update settings set description = " + TEXT + "\\s+where setting_key = " + TEXT);
  private static final Pattern ELEMENT =
      Pattern.compile("\\(\\d+, " + TEXT + ", " + TEXT + ", " + TEXT + ", " + TEXT);
  private static final Pattern PRICE = Pattern.compile("\\(" + TEXT + ", (\\d+), " + TEXT);

  @Test
  void hasTheSettingsOfAFreshInstallation() throws IOException {
    Map<String, String> later =
        rows("main", LATER).collect(Collectors.toMap(row -> row.group(2), row -> row.group(1)));

    assertEquals(
        rows("main", SETTING)
            .map(row -> text(row, 1, 2, 3))
            .map(row -> List.of(row.get(0), row.get(1), later.getOrDefault(row.get(0), row.get(2))))
            .toList(),
        InMemoryCatalogue.settings().stream().map(InMemoryCatalogueTest::text).toList());
  }

  @Test
  void hasTheThemeOfAFreshInstallation() throws IOException {
    assertEquals(
        rows("main", ELEMENT).map(row -> text(row, 1, 2, 3, 4)).toList(),
        InMemoryCatalogue.theme().stream().map(InMemoryCatalogueTest::text).toList());
  }

  @Test
  void hasThePricesOfAFreshInstallation() throws IOException {
    Map<Plan, Money> prices =
        rows("campaigns", PRICE)
            .collect(
                Collectors.toMap(
                    row -> Plan.valueOf(row.group(1).toUpperCase(Locale.ROOT)),
                    row -> Money.ofMinor(Long.parseLong(row.group(2)), row.group(3))));

    assertEquals(prices, new InMemoryStorage().prices().monthly());
  }

  /** What all scripts of the folder insert, in the order in which they run. */
  private static Stream<MatchResult> rows(String folder, Pattern row) throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    try (Stream<Path> scripts = Files.list(root.resolve("database/" + folder))) {
      StringBuilder texts = new StringBuilder();
      for (Path script : scripts.sorted().toList()) {
        texts.append(Files.readString(script));
      }
      return row.matcher(texts.toString()).results();
    }
  }

  private static List<String> text(MatchResult row, int... groups) {
    return java.util.Arrays.stream(groups).mapToObj(row::group).toList();
  }

  private static List<String> text(Setting setting) {
    return List.of(setting.key(), setting.value(), setting.description());
  }

  private static List<String> text(ThemeElement element) {
    return List.of(element.name(), element.value(), element.category(), element.description());
  }
}
