package com.truevault.theme;

import com.truevault.mail.MailLook;
import java.util.Map;

/** The colours of the theme on a light ground. */
final class LightColors {
  static final String GROUND = "#f7f8fc";
  static final String RAISED = "#e9ebf3";

  private LightColors() {}

  static MailLook of(Map<ThemeKey, String> theme) {
    String text = text(theme);
    String button = accent(theme, ThemeKey.PRIMARY_COLOR);
    return new MailLook(
        GROUND,
        text,
        muted(text),
        accent(theme, ThemeKey.LINK_COLOR),
        Palette.mix(GROUND, text, 0.2),
        button,
        Palette.ink(button));
  }

  static String text(Map<ThemeKey, String> theme) {
    return Palette.readable(value(theme, ThemeKey.BACKGROUND_COLOR), GROUND);
  }

  static String muted(String text) {
    return Palette.readable(Palette.mix(GROUND, text, 0.6), RAISED);
  }

  static String accent(Map<ThemeKey, String> theme, ThemeKey key) {
    return Palette.readable(value(theme, key), RAISED);
  }

  private static String value(Map<ThemeKey, String> theme, ThemeKey key) {
    return theme.getOrDefault(key, key.standard());
  }
}
