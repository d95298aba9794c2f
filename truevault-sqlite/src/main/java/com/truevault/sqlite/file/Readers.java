package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.StorageException;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The read-only connections of a file, opened when they are first needed. Safe for many threads.
 */
final class Readers implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final FileOptions options;
  private final HikariDataSource pool = new HikariDataSource();

  Readers(FileOptions options) {
    this.options = options;
    String name = "truevault-" + options.file().folder() + "-readers";
    pool.setPoolName(name);
    pool.setDataSource(new ReaderSource(options));
    pool.setMaximumPoolSize(options.limits().readers());
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(0);
    pool.setMaxLifetime(0);
    pool.setKeepaliveTime(0);
    pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
    pool.setInitializationFailTimeout(-1);
    pool.setReadOnly(true);
    pool.setThreadFactory(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  <T> T read(Function<Session, T> work) {
    if (pool.isClosed()) {
      throw closed(null);
    }
    try (Connection connection = pool.getConnection()) {
      Session session = connection.unwrap(ReaderConnection.class).session();
      session.clearEnding();
      return work.apply(session);
    } catch (SQLTransientConnectionException e) {
      throw new StorageException(
          "storage-busy",
          "all readers of " + options.file().fileName() + " are in use; try again",
          e);
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private StorageException closed(@Nullable SQLException cause) {
    return new StorageException(
        "storage-closed",
        options.file().fileName() + " is closed; open the storage again to read",
        cause);
  }
}
