package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final String HOSTILE =
      "\"'><img src=x onerror=alert(1)><script>alert(2)</script>${7*7}";
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private final Pages pages = new Pages();

  @Test
  void everyTemplateOfAPageHasASample() throws IOException {
    Set<String> rendered =
        new SamplePages("x")
            .all().values().stream().map(SamplePages.Sample::template).collect(Collectors.toSet());
    Set<String> fragments =
        Set.of(
            "site/feature",
            "site/price",
            "customer/kind",
            "customer/news",
            "customer/choose",
            "customer/payments",
            "customer/result",
            "customer/guide",
            "customer/activity",
            "customer/traffic",
            "customer/devicesettings",
            "customer/sessionlist",
            "customer/factor",
            "customer/makeroom",
            "customer/trouble",
            "money/income",
            "money/tabs",
            "admin/bars",
            "admin/party",
            "admin/serverhealth",
            "admin/preview",
            "admin/signups",
            "admin/serveragent",
            "admin/vip",
            "admin/setting",
            "admin/element");
    Set<String> found = new TreeSet<>(templates());
    found.removeIf(name -> name.startsWith("tag/") || fragments.contains(name));
    assertEquals(found, new TreeSet<>(rendered));
  }

  @Test
  void textSomebodyTypedNeverBecomesMarkup() {
    assertAll(
        new SamplePages(HOSTILE)
            .all().entrySet().stream()
                .map(
                    entry ->
                        () -> {
                          var sample = entry.getValue();
                          String html =
                              pages.html(sample.template(), sample.frame(), sample.page());
                          assertFalse(html.contains("<img src=x"), entry.getKey());
                          assertFalse(html.contains("<script>alert"), entry.getKey());
                          assertFalse(html.contains("\"'>"), entry.getKey());
                        }));
  }

  @Test
  void everyFormThatChangesSomethingCarriesTheToken() {
    for (var sample : new SamplePages("x").all().values()) {
      String html = pages.html(sample.template(), sample.frame(), sample.page());
      int forms = html.split("method=\"post\"", -1).length;
      int tokens = html.split("name=\"csrf\" value=\"csrf-of-this-session\"", -1).length;
      assertEquals(forms, tokens, sample.template());
    }
  }

  @Test
  void noPageHasInlineStylesOrScripts() {
    Pattern inline =
        Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
    for (var sample : new SamplePages("x").all().values()) {
      String html = pages.html(sample.template(), sample.frame(), sample.page());
      assertFalse(inline.matcher(html).find(), sample.template());
    }
  }

  @Test
  void templatesHoldNoTextOfTheirOwn() throws IOException {
    Pattern words = Pattern.compile(">[^<>${}@]*[A-Za-z]{2,}[^<>${}@]*<");
    for (String name : templates()) {
      String text = Files.readString(TEMPLATES.resolve(name + ".jte"));
      var found =
          words.matcher(text.replaceAll("(?m)^\\s*@.*$", "").replaceAll("\\$\\{[^}]*}", "{}"));
      assertFalse(found.find(), () -> name + " says " + found.group());
    }
  }

  @Test
  void fillsInTheValuesOfAText() {
    assertTrue(new Messages(Locale.GERMAN).text("home.choose", "Family").contains("Family"));
  }

  private static Set<String> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files
          .filter(file -> file.toString().endsWith(".jte"))
          .map(file -> TEMPLATES.relativize(file).toString().replace(".jte", "").replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }
}
