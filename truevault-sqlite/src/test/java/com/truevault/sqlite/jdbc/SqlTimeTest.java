package com.truevault.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTimeTest {
  @Test
  void writesUtcWithMilliseconds() {
    assertEquals(
        "2026-02-03 04:05:06.007", SqlTime.text(Instant.parse("2026-02-03T04:05:06.007999Z")));
    assertEquals("2026-12-31 23:59:59.000", SqlTime.text(Instant.parse("2026-12-31T23:59:59Z")));
  }

  @Test
  void readsWhatItWrote() {
    Instant moment = Instant.parse("1969-07-20T20:17:40.123Z");

    assertEquals(moment, SqlTime.instant(SqlTime.text(moment)));
  }

  @Test
  void textOrderIsTimeOrder() {
    String before = SqlTime.text(Instant.parse("0999-12-31T23:59:59.999Z"));
    String after = SqlTime.text(Instant.parse("1000-01-01T00:00:00Z"));

    assertTrue(before.compareTo(after) < 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-02-03T04:05:06.007", "2026-02-03 04:05:06", "2026-02-30 00:00:00.000", ""})
  void refusesOtherForms(String text) {
    assertThrows(IllegalArgumentException.class, () -> SqlTime.instant(text));
  }

  @Test
  void refusesYearsThatWouldBreakTheWidth() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SqlTime.text(Instant.parse("+10000-01-01T00:00:00Z")));
  }
}
