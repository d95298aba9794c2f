package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open file. Writes of all threads share commits and return after them; reads run beside them
 * on read-only connections. Inside {@link #write} every call joins that transaction and sees its
 * rows. Safe for use by many threads.
 */
public final class SqliteFile implements AutoCloseable {
  private final FileOptions options;
  private final Writer writer;
  private final Readers readers;
  private final Recall recall = new Recall();

  private SqliteFile(FileOptions options, Session session) {
    this.options = options;
    this.writer = new Writer(options, session, recall);
    this.readers = new Readers(options);
  }

  /**
   * Opens a file that exists.
   *
   * @throws com.truevault.store.StorageException if it cannot be opened or set up
   */
  public static SqliteFile open(FileOptions options) {
    Session session = Connections.writing(options.path());
    try {
      new Pragmas(session, options).setUpWriter();
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    SqliteFile file = new SqliteFile(options, session);
    file.writer.start();
    return file;
  }

  /** Which of the nine this is. */
  public DataFile file() {
    return options.file();
  }

  /** Where it lies. */
  public Path path() {
    return options.path();
  }

  /**
   * Runs the work in a transaction, or in the one that is running on this thread.
   *
   * @throws IllegalStateException inside a transaction of another file
   */
  public <T extends @Nullable Object> T write(Supplier<T> work) {
    return writer.isCurrentThread() ? work.get() : writer.submit(WriteJob.Kind.SHARED, work);
  }

  /** All rows of a query. */
  public <T> List<T> query(String sql, Parameters parameters, Function<Row, T> mapper) {
    return read(session -> session.query(sql, parameters, mapper));
  }

  /** The row of a query that has at most one. */
  public <T> Optional<T> find(String sql, Parameters parameters, Function<Row, T> mapper) {
    return read(session -> session.find(sql, parameters, mapper));
  }

  /** The one row of a query that always has one, such as a count. */
  public <T> T one(String sql, Parameters parameters, Function<Row, T> mapper) {
    return find(sql, parameters, mapper).orElseThrow();
  }

  /**
   * What {@code read} finds, or what it found under that key if nothing was committed since. For
   * the few reads that come with nearly every request.
   *
   * @param key whose equality means the same read, for all stores of this file
   * @param read reads from this file alone and returns something immutable
   */
  public <T> T recall(Object key, Supplier<T> read) {
    return writer.isCurrentThread() ? read.get() : recall.get(key, read);
  }

  /** Runs a changing statement and returns how many rows it changed. */
  public int update(String sql, Parameters parameters) {
    return write(() -> writer.session().update(sql, parameters));
  }

  /** Runs a changing statement with a {@code returning} clause that yields at most one row. */
  public <T> Optional<T> updateReturning(
      String sql, Parameters parameters, Function<Row, T> mapper) {
    return write(() -> writer.session().find(sql, parameters, mapper));
  }

  /**
   * Runs the work on the writer's connection between transactions; it opens its own. No other write
   * runs meanwhile.
   */
  public <T extends @Nullable Object> T exclusively(Function<Session, T> work) {
    return writer.submit(WriteJob.Kind.ALONE, () -> work.apply(writer.session()));
  }

  /**
   * Writes the version the file has: SQLite puts the page out although nothing on it changes, which
   * a transaction without changes does not do.
   *
   * @throws com.truevault.store.StorageException if the file cannot be written
   */
  public void rewriteVersion() {
    this.<@Nullable Object>write(
        () -> {
          Session session = writer.session();
          session.execute("pragma user_version = " + session.value("pragma user_version"));
          return null;
        });
  }

  /** The size of the write-ahead log in bytes; it shrinks only while no long read is under way. */
  public long walBytes() {
    Path wal = path().resolveSibling(path().getFileName() + "-wal");
    try {
      return Files.exists(wal) ? Files.size(wal) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finishes the waiting writes, tidies and closes. */
  @Override
  public void close() {
    readers.close();
    try {
      exclusively(SqliteFile::tidy);
    } catch (RuntimeException e) {
      // A failed file is closed untidied; what was committed is in its log.
    } finally {
      writer.close();
    }
  }

  /** Puts a job that holds the writer between two transactions into its queue. */
  <T extends @Nullable Object> WriteJob<T> stand(Supplier<T> work) {
    return writer.enqueue(WriteJob.Kind.STANDING, work);
  }

  private static @Nullable String tidy(Session session) {
    session.value("pragma optimize");
    return session.value("pragma wal_checkpoint(truncate)");
  }

  private <T> T read(Function<Session, T> work) {
    return writer.isCurrentThread() ? work.apply(writer.session()) : readers.read(work);
  }
}
