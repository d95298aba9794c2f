package com.truevault.sqlite.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * A prepared statement that is run through the driver's core. By way of JDBC the driver asks for
 * the names and types of all columns on each run, which costs more than most queries do.
 */
final class Prepared {
  private final Sql sql;
  private final PreparedStatement statement;
  private final CoreStatement core;
  private final DB driver;
  private final Map<String, Integer> columns = new HashMap<>();

  Prepared(SQLiteConnection connection, String text) throws SQLException {
    sql = Sql.parse(text);
    driver = connection.getDatabase();
    statement = connection.prepareStatement(text);
    core = (CoreStatement) statement;
    String[] names = core.pointer.safeRun(DB::column_names);
    for (int column = 0; column < names.length; column++) {
      columns.put(names[column], column);
    }
  }

  String text() {
    return sql.text();
  }

  int update(Parameters parameters) throws SQLException {
    return (int) driver.executeUpdate(core, values(parameters));
  }

  <T> List<T> query(Parameters parameters, Function<Row, T> mapper) throws SQLException {
    if (!driver.execute(core, values(parameters))) {
      return List.of();
    }
    List<T> rows = new ArrayList<>();
    core.pointer.safeRunConsume((db, statementAt) -> fetch(statementAt, mapper, rows));
    return List.copyOf(rows);
  }

  void discard() {
    try {
      statement.close();
    } catch (SQLException e) {
      // Closing the connection frees it as well.
    }
  }

  private <T> void fetch(long statementAt, Function<Row, T> mapper, List<T> rows)
      throws SQLException {
    Row row = new Row(driver, statementAt, columns);
    try {
      int code = Codes.SQLITE_ROW;
      while (code == Codes.SQLITE_ROW) {
        rows.add(mapper.apply(row));
        code = driver.step(statementAt);
      }
      if (code != Codes.SQLITE_DONE) {
        driver.throwex(code);
      }
    } finally {
      row.end();
      driver.reset(statementAt);
    }
  }

  private @Nullable Object[] values(Parameters parameters) {
    List<String> names = sql.names();
    @Nullable Object[] values = new @Nullable Object[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parameters.value(names.get(i), sql.text());
    }
    if (parameters.size() != values.length) {
      throw new IllegalArgumentException(
          parameters + " binds more than " + names + " in: " + sql.text());
    }
    return values;
  }
}
