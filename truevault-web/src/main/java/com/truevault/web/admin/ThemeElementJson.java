package com.truevault.web.admin;

import com.truevault.theme.ThemeElement;
import java.time.Instant;

/** One element of the look. */
public record ThemeElementJson(
    String elementName,
    String elementValue,
    String elementCategory,
    String description,
    Instant updatedAt) {

  static ThemeElementJson from(ThemeElement element) {
    return new ThemeElementJson(
        element.name(),
        element.value(),
        element.category(),
        element.description(),
        element.updatedAt());
  }
}
