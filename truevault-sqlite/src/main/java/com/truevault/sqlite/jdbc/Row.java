package com.truevault.sqlite.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/** The current row of a query, read by column name. Valid only inside the mapper it is given to. */
public final class Row {
  private final DB driver;
  private final long statement;
  private final Map<String, Integer> columns;
  private boolean over;

  Row(DB driver, long statement, Map<String, Integer> columns) {
    this.driver = driver;
    this.statement = statement;
    this.columns = columns;
  }

  /** From now on nothing is read: the statement's memory may be gone. */
  void end() {
    over = true;
  }

  /** The text of a column that is never null. */
  public String text(String column) {
    return present(column, textOrNull(column));
  }

  /** The text of a column, or null. */
  public @Nullable String textOrNull(String column) {
    return read(column, at -> driver.column_text(statement, at));
  }

  /** The text of a column, or the empty string for null. */
  public String textOrEmpty(String column) {
    String text = textOrNull(column);
    return text == null ? "" : text;
  }

  /** The whole number of a column that is never null. */
  public long number(String column) {
    return present(column, numberOrNull(column));
  }

  /** The whole number of a column, or null. */
  public @Nullable Long numberOrNull(String column) {
    return read(
        column,
        at -> {
          long value = driver.column_long(statement, at);
          return value == 0 && driver.column_type(statement, at) == Codes.SQLITE_NULL
              ? null
              : value;
        });
  }

  /** The whole number of a column that is never null and fits an int. */
  public int integer(String column) {
    return Math.toIntExact(number(column));
  }

  /** The flag of a column that holds 0 or 1. */
  public boolean flag(String column) {
    return number(column) != 0;
  }

  /** The moment of a column that is never null. */
  public Instant instant(String column) {
    return SqlTime.instant(text(column));
  }

  /** The moment of a column, or null. */
  public @Nullable Instant instantOrNull(String column) {
    String text = textOrNull(column);
    return text == null ? null : SqlTime.instant(text);
  }

  /** The enum constant whose name in lower case the column holds. */
  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
  }

  /** The enum constant whose name in lower case the column holds, or null. */
  public <E extends Enum<E>> @Nullable E constantOrNull(String column, Class<E> type) {
    String name = textOrNull(column);
    return name == null ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
  }

  /** The bytes of a column that is never null. */
  public byte[] bytes(String column) {
    return present(column, read(column, at -> driver.column_blob(statement, at)));
  }

  private <T> @Nullable T read(String column, Reading<T> reading) {
    Integer at = columns.get(column);
    if (over) {
      throw new IllegalStateException("row is read after its query has ended");
    }
    if (at == null) {
      throw new IllegalArgumentException("query has no column " + column + ": " + columns.keySet());
    }
    try {
      return reading.at(at);
    } catch (SQLException e) {
      throw new IllegalStateException("column " + column + " cannot be read", e);
    }
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  @FunctionalInterface
  private interface Reading<T> {
    @Nullable T at(int index) throws SQLException;
  }
}
