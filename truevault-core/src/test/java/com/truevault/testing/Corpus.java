package com.truevault.testing;

import java.time.Instant;
import java.util.List;

/** Values that storages tend to bend. */
public final class Corpus {
  /** A moment with every digit that is kept. */
  public static final Instant MOMENT = Instant.parse("2026-02-28T23:59:59.987Z");

  /** Text that must come back as it went in. */
  public static final List<String> TEXTS =
      List.of(
          "O'Brien said \"hello\"; -- drop table users",
          "family 👨‍👩‍👧 and flag 🇩🇪",
          "two trailing blanks  ",
          "%_\\ :name ?1 $2 {0}",
          "{\"json\": [1, null]}",
          "Ünïcödé ñ 日本語 עברית",
          "line one\nline two\ttabbed");

  private Corpus() {}
}
