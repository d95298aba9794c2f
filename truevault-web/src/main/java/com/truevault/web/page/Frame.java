package com.truevault.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything around a page's own content: brand, navigation, visitor, messages. Times are shown in
 * UTC with the zone named; the browser rewrites them to the visitor's own zone.
 */
public record Frame(
    Site site, Area area, String path, Visitor visitor, List<Flash> flashes, Messages messages) {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  public Frame {
    flashes = List.copyOf(flashes);
  }

  public String t(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  public String csrf() {
    return visitor.csrf();
  }

  /**
   * {@code page} where the link leads to the page shown or to its parent, so that it can be marked.
   */
  public @Nullable String current(String href) {
    boolean root = href.equals("/") || href.equals("/admin");
    return path.equals(href) || (!root && path.startsWith(href + "/")) ? "page" : null;
  }

  public String time(Instant at) {
    return SHOWN.format(at);
  }

  public String day(Instant at) {
    return DAY.format(at);
  }
}
