package com.truevault.web.page.money;

import com.truevault.web.http.Request;
import com.truevault.web.json.InvalidFieldsException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days, both included, in UTC.
 *
 * @param to not before from
 */
record Span(LocalDate from, LocalDate to) {

  /** The span a request names; this month if it names none. */
  static Span of(Request request, LocalDate today) {
    LocalDate from = day(request, "from", today.withDayOfMonth(1));
    LocalDate to = day(request, "to", today);
    if (to.isBefore(from)) {
      throw new InvalidFieldsException("to", "must not be before " + from);
    }
    return new Span(from, to);
  }

  Instant begin() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static LocalDate day(Request request, String field, LocalDate usual) {
    String text = request.query().text(field, "");
    try {
      return text.isEmpty() ? usual : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidFieldsException(field, "must be a day such as 2026-01-31");
    }
  }
}
