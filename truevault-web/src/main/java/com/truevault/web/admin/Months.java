package com.truevault.web.admin;

import com.truevault.web.http.Request;
import com.truevault.web.json.InvalidFieldsException;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Reads the month that a report is asked for. */
public final class Months {
  /** The name of the query parameter. */
  public static final String NAME = "month";

  private Months() {}

  /**
   * The month of the query.
   *
   * @param otherwise the month if none was asked for
   * @throws InvalidFieldsException if it is no month such as {@code 2026-11}
   */
  public static YearMonth wanted(Request request, YearMonth otherwise) {
    String text = request.query().text(NAME, "");
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      if (text.matches("2\\d{3}-\\d{2}")) {
        return YearMonth.parse(text);
      }
    } catch (DateTimeException e) {
      throw new InvalidFieldsException(NAME, "must be a month such as 2026-11");
    }
    throw new InvalidFieldsException(NAME, "must be a month such as 2026-11");
  }
}
