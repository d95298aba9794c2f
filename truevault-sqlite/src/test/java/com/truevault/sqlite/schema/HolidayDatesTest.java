package com.truevault.sqlite.schema;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.next;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayDatesTest {
  @TempDir Path directory;

  /** The days of Easter are those printed by the churches, not computed here. */
  @ParameterizedTest
  @CsvSource({
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
    "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25"
  })
  void areThoseOfTheYearOfInstallation(LocalDate easter) throws Exception {
    int year = easter.getYear();
    LocalDate thanksgiving =
        LocalDate.of(year, 11, 1).with(dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    Map<String, LocalDate> expected = new TreeMap<>();
    expected.put("Valentine's Day", LocalDate.of(year, 2, 14));
    expected.put("St. Patrick's Day", LocalDate.of(year, 3, 17));
    expected.put("Easter", easter);
    expected.put("Memorial Day", LocalDate.of(year, 5, 1).with(lastInMonth(DayOfWeek.MONDAY)));
    expected.put("4th of July", LocalDate.of(year, 7, 4));
    expected.put("Labor Day", LocalDate.of(year, 9, 1).with(firstInMonth(DayOfWeek.MONDAY)));
    expected.put("Halloween", LocalDate.of(year, 10, 31));
    expected.put("Thanksgiving", thanksgiving);
    expected.put("Black Friday", thanksgiving.with(next(DayOfWeek.FRIDAY)));
    expected.put("Christmas", LocalDate.of(year, 12, 25));
    assertEquals(expected, stored(year));
  }

  private Map<String, LocalDate> stored(int year) throws Exception {
    Map<String, LocalDate> dates = new TreeMap<>();
    try (Connection connection = NineFiles.create(directory, "campaigns", year);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select holiday_name, holiday_date from holiday_pricing")) {
      while (result.next()) {
        dates.put(result.getString(1), LocalDate.parse(result.getString(2)));
      }
    }
    return dates;
  }
}
