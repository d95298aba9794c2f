package com.truevault.web.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the first language of an Accept-Language header; browsers send the best liked first. */
final class Languages {
  private Languages() {}

  static Locale first(@Nullable String header) {
    if (header == null || header.length() > 500) {
      return Locale.ENGLISH;
    }
    int end = 0;
    while (end < header.length() && header.charAt(end) != ',' && header.charAt(end) != ';') {
      end++;
    }
    Locale locale = Locale.forLanguageTag(header.substring(0, end).strip());
    return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
  }
}
