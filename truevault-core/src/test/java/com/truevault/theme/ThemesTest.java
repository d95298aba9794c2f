package com.truevault.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.testing.VaultFixture;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemesTest {
  private final Themes themes = new VaultFixture().vault().themes();

  private void change(ThemeKey key, String value) {
    themes.change("admin", Map.of(key, value));
  }

  @Test
  void writesEveryElementAsAVariable() {
    String css = themes.sheet().css();

    for (ThemeKey key : ThemeKey.values()) {
      assertTrue(css.contains("  " + key.variable() + ": " + key.standard() + ";\n"), css);
    }
  }

  @Test
  void changesTheTagWithTheText() {
    StyleSheet before = themes.sheet();
    assertEquals(before, themes.sheet());

    change(ThemeKey.BUTTON_RADIUS, "4px");
    assertNotEquals(before.tag(), themes.sheet().tag());
    assertTrue(themes.sheet().css().contains("--button-radius: 4px;"));

    themes.reset("admin");
    assertEquals(before, themes.sheet());
  }

  @ParameterizedTest
  @CsvSource({"TEXT_COLOR, #333333", "LINK_COLOR, #1a1a2e", "BACKGROUND_COLOR, #eeeeee"})
  void refusesTextThatCannotBeRead(ThemeKey key, String color) {
    List<ThemeElement> before = themes.list();

    TrueVaultException refused = assertThrows(TrueVaultException.class, () -> change(key, color));

    assertEquals("theme-unreadable", refused.code());
    assertTrue(refused.getMessage().contains("text needs 4.5"), refused.getMessage());
    assertEquals(before, themes.list());
    assertEquals(before.get(0).value(), ThemeKey.PRIMARY_COLOR.standard());
  }

  @Test
  void takesColoursTogetherThatCouldNotStandAlone() {
    themes.change(
        "admin",
        Map.of(
            ThemeKey.BACKGROUND_COLOR, "#ffffff",
            ThemeKey.TEXT_COLOR, "#111111",
            ThemeKey.LINK_COLOR, "#0044aa"));

    assertTrue(themes.sheet().css().contains("--background-color: #ffffff;"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#fff",
        "#00d9ff;",
        "#00d9ff; } body { display: none",
        "url(https://example.com/x)",
        "expression(alert(1))",
        "var(--x)",
        "\\23 00d9ff",
        "</style><script>",
        "8px/**/",
        "8px;background:url(//example.com)",
        "calc(1px)",
        "@import 'x'",
        "\"",
        "'",
        "\"Segoe UI', serif",
        "\"Segoe\nUI\"",
        "a{}b"
      })
  void refusesWhatCouldEndADeclaration(String value) {
    for (ThemeKey key : ThemeKey.values()) {
      assertThrows(TrueVaultException.class, () -> change(key, value), key.key());
    }
  }

  @Test
  void takesFontsWithQuotes() {
    change(ThemeKey.FONT_FAMILY, "\"Segoe UI\", 'Open Sans', Roboto, sans-serif");

    assertTrue(themes.sheet().css().contains("\"Segoe UI\", 'Open Sans', Roboto, sans-serif;"));
  }

  @ParameterizedTest
  @CsvSource({
    "#0f0f1a, #ffffff, #00d9ff",
    "#000000, #cccccc, #ffff00",
    "#ffffff, #222222, #0000cc",
    "#102030, #f0e0d0, #ff9900"
  })
  void derivesAReadableLightVariant(String background, String text, String link) {
    themes.change(
        "admin",
        Map.of(
            ThemeKey.BACKGROUND_COLOR, background,
            ThemeKey.TEXT_COLOR, text,
            ThemeKey.LINK_COLOR, link));
    String css = themes.sheet().css();
    String light = css.substring(css.indexOf("@media"));

    for (String ground : List.of("--background-color", "--surface-color", "--raised-color")) {
      for (String ink :
          List.of("--text-color", "--link-color", "--primary-color", "--muted-color")) {
        Contrast contrast = Contrast.of(value(light, ink), value(light, ground));
        assertTrue(contrast.isEnoughForText(), ink + " on " + ground + " " + contrast);
      }
    }
    assertTrue(
        Contrast.of(value(light, "--on-primary-color"), value(light, "--primary-color"))
            .isEnoughForText());
  }

  @Test
  void measuresContrastAsTheGuidelinesDo() {
    assertEquals(21.0, Contrast.of("#000000", "#ffffff").ratio(), 0.001);
    assertEquals(1.0, Contrast.of("#123456", "#123456").ratio(), 0.001);
    assertEquals(4.54, Contrast.of("#767676", "#ffffff").ratio(), 0.01);
    assertFalse(Contrast.of("#777777", "#ffffff").isEnoughForText());
  }

  @Test
  void knowsNoOtherElement() {
    assertEquals(
        "theme-unknown",
        assertThrows(TrueVaultException.class, () -> Themes.key("no_such")).code());
  }

  private static String value(String css, String variable) {
    Matcher found = Pattern.compile(variable + ": (#[0-9a-f]{6});").matcher(css);
    assertTrue(found.find(), variable);
    return found.group(1);
  }
}
