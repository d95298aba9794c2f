package com.truevault.theme;

import com.truevault.secret.TokenHash;
import java.util.Map;

/**
 * The theme as CSS variables: dark as stored, light derived from it with readable contrast.
 *
 * @param css the text of {@code theme.css}
 * @param tag changes whenever the text changes
 */
public record StyleSheet(String css, String tag) {

  static StyleSheet of(Map<ThemeKey, String> values) {
    StringBuilder css = new StringBuilder(":root {\n  color-scheme: dark light;\n");
    values.forEach((key, value) -> line(css, key.variable(), value));
    String background = value(values, ThemeKey.BACKGROUND_COLOR);
    String text = value(values, ThemeKey.TEXT_COLOR);
    derived(css, values, background, text);
    css.append("}\n@media (prefers-color-scheme: light) {\n:root {\n");
    String dark = LightColors.text(values);
    line(css, ThemeKey.BACKGROUND_COLOR.variable(), LightColors.GROUND);
    line(css, ThemeKey.TEXT_COLOR.variable(), dark);
    for (ThemeKey key :
        new ThemeKey[] {ThemeKey.PRIMARY_COLOR, ThemeKey.SECONDARY_COLOR, ThemeKey.LINK_COLOR}) {
      line(css, key.variable(), LightColors.accent(values, key));
    }
    line(css, "--surface-color", "#ffffff");
    line(css, "--raised-color", LightColors.RAISED);
    line(css, "--border-color", Palette.mix(LightColors.GROUND, dark, 0.2));
    line(css, "--muted-color", LightColors.muted(dark));
    line(
        css, "--on-primary-color", Palette.ink(LightColors.accent(values, ThemeKey.PRIMARY_COLOR)));
    css.append("}\n}\n");
    return new StyleSheet(css.toString(), TokenHash.of(css.toString()).value().substring(0, 32));
  }

  private static void derived(
      StringBuilder css, Map<ThemeKey, String> values, String background, String text) {
    String raised = Palette.mix(background, text, 0.10);
    line(css, "--surface-color", Palette.mix(background, text, 0.05));
    line(css, "--raised-color", raised);
    line(css, "--border-color", Palette.mix(background, text, 0.2));
    line(css, "--muted-color", Palette.readable(Palette.mix(background, text, 0.6), raised));
    line(css, "--on-primary-color", Palette.ink(value(values, ThemeKey.PRIMARY_COLOR)));
  }

  private static void line(StringBuilder css, String name, String value) {
    css.append("  ").append(name).append(": ").append(value).append(";\n");
  }

  private static String value(Map<ThemeKey, String> values, ThemeKey key) {
    return values.getOrDefault(key, key.standard());
  }
}
