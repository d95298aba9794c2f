package com.truevault.web.page;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The visible text of all pages, from {@code messages.properties}. A text may hold {@code {0}},
 * {@code {1}} … for its arguments; quotes need no escaping. Thread-safe.
 */
public final class Messages {
  private static final String BUNDLE = "com.truevault.web.page.messages";
  private final ResourceBundle bundle;

  public Messages(Locale locale) {
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
  }

  /**
   * The text of a key with its arguments filled in.
   *
   * @throws java.util.MissingResourceException if no text has this key
   */
  public String text(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** The text of the key, or the fallback where the bundle has none (values an adapter may add). */
  public String textOr(String key, String fallback) {
    return bundle.containsKey(key) ? bundle.getString(key) : fallback;
  }
}
