package com.truevault.web.page;

import java.util.Locale;

/** How good the news is; decides colour and icon, never the words. */
public enum Tone {
  PLAIN,
  GOOD,
  WARN,
  BAD;

  /** The suffix of the style classes, such as {@code good} in {@code badge-good}. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
