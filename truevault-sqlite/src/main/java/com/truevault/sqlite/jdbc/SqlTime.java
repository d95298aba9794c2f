package com.truevault.sqlite.jdbc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a moment in every file: {@code YYYY-MM-DD HH:MM:SS.SSS} in UTC. Its width is
 * fixed, so that text order is time order; what is finer than a millisecond is cut off. Read and
 * written by hand, for every row has several and a formatter takes longer than the rest of the row.
 */
public final class SqlTime {
  private static final String FORM = "0000-00-00 00:00:00.000";
  private static final int NANOS_PER_MILLISECOND = 1_000_000;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private SqlTime() {}

  /**
   * The stored text of a moment.
   *
   * @throws IllegalArgumentException if its year has not four digits
   */
  public static String text(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
      throw new IllegalArgumentException("year must have four digits: " + instant);
    }
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    char[] text = FORM.toCharArray();
    put(text, 0, 4, time.getYear());
    put(text, 5, 7, time.getMonthValue());
    put(text, 8, 10, time.getDayOfMonth());
    put(text, 11, 13, time.getHour());
    put(text, 14, 16, time.getMinute());
    put(text, 17, 19, time.getSecond());
    put(text, 20, 23, time.getNano() / NANOS_PER_MILLISECOND);
    return new String(text);
  }

  /**
   * The moment of a stored text.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Instant instant(String text) {
    if (!hasForm(text)) {
      throw malformed(text, null);
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              number(text, 20, 23) * NANOS_PER_MILLISECOND)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw malformed(text, e);
    }
  }

  private static boolean hasForm(String text) {
    boolean fits = text.length() == FORM.length();
    for (int i = 0; fits && i < text.length(); i++) {
      char form = FORM.charAt(i);
      char c = text.charAt(i);
      fits = form == '0' ? c >= '0' && c <= '9' : c == form;
    }
    return fits;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static void put(char[] text, int from, int to, int number) {
    int rest = number;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static IllegalArgumentException malformed(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "time must have the form YYYY-MM-DD HH:MM:SS.SSS: " + text, cause);
  }
}
