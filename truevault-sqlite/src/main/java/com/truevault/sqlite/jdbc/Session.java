package com.truevault.sqlite.jdbc;

import com.truevault.store.StorageException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * One physical connection with its prepared statements. Statements are constants of the code, so
 * each is prepared once for a connection's life. Used by one thread at a time.
 */
public final class Session implements AutoCloseable {
  private static final int STEPS_BETWEEN_CLOCK_LOOKS = 10_000;

  private final SQLiteConnection connection;
  private final String file;
  private final Statements statements;
  private long readNanos;
  private long stopAt;
  private @Nullable SQLException ending;

  /** Wraps an open connection to the named file. */
  public Session(SQLiteConnection connection, String file) {
    this.connection = connection;
    this.file = file;
    this.statements = new Statements(connection);
  }

  /** All rows of a query, or of a changing statement with a {@code returning} clause. */
  public <T> List<T> query(String sql, Parameters parameters, Function<Row, T> mapper) {
    return run(sql, prepared -> prepared.query(parameters, mapper));
  }

  /**
   * The row of a query that has at most one.
   *
   * @throws IllegalStateException if there are more
   */
  public <T> Optional<T> find(String sql, Parameters parameters, Function<Row, T> mapper) {
    List<T> rows = query(sql, parameters, mapper);
    if (rows.size() > 1) {
      throw new IllegalStateException("query for one row found " + rows.size() + ": " + sql);
    }
    return rows.stream().findFirst();
  }

  /** Runs a changing statement and returns how many rows it changed. */
  public int update(String sql, Parameters parameters) {
    return run(sql, prepared -> prepared.update(parameters));
  }

  /** Runs a statement without parameters and forgets it; for set-up, pragmas and scripts. */
  public void execute(String sql) {
    startClock();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first column of the first row of a statement without parameters, or null. */
  public @Nullable String value(String sql) {
    startClock();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = statement.executeQuery()) {
      return results.next() ? results.getString(1) : null;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** From now on stops each query that runs longer. */
  public void limitReads(Duration limit) {
    readNanos = limit.toNanos();
    try {
      ProgressHandler.setHandler(
          connection,
          STEPS_BETWEEN_CLOCK_LOOKS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return System.nanoTime() - stopAt > 0 ? 1 : 0;
            }
          });
    } catch (SQLException e) {
      throw failed("progress handler", e);
    }
  }

  /**
   * The failure after which SQLite may have ended the transaction on its own, or null. While it
   * stands no statement runs, for it would commit by itself.
   */
  public @Nullable SQLException ending() {
    return ending;
  }

  /** Forgets {@link #ending()}; called once the transaction is over. */
  public void clearEnding() {
    ending = null;
  }

  /** The connection, for what JDBC has no word for. */
  public SQLiteConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    statements.close();
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlFailures.translate(file, "close", e);
    }
  }

  private <T> T run(String sql, Step<T> step) {
    startClock();
    if (ending != null) {
      throw new StorageException(
          "storage-error", file + " took no statement, its transaction has failed before", ending);
    }
    try {
      Prepared prepared = statements.take(sql);
      T result = run(prepared, step);
      statements.giveBack(prepared);
      return result;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The driver finalises a statement on some errors; one that failed is not used again. */
  private static <T> T run(Prepared prepared, Step<T> step) throws SQLException {
    try {
      return step.run(prepared);
    } catch (SQLException | RuntimeException e) {
      prepared.discard();
      throw e;
    }
  }

  private void startClock() {
    if (readNanos > 0) {
      stopAt = System.nanoTime() + readNanos;
    }
  }

  private RuntimeException failed(String sql, SQLException failure) {
    if (SqlFailures.mayEndTransaction(failure)) {
      ending = failure;
    }
    return SqlFailures.translate(file, sql, failure);
  }

  @FunctionalInterface
  private interface Step<T> {
    T run(Prepared prepared) throws SQLException;
  }
}
