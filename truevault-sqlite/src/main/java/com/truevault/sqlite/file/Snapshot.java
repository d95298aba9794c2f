package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * All nine files as they were at one moment, for statements that join them. Tables are written with
 * the name of their file: {@code users.sessions}, {@code main.settings}. Cannot write. Close it
 * soon: while it is open no log shrinks. Used by one thread.
 */
public final class Snapshot implements AutoCloseable {
  private final Session session;
  private final Duration gateTime;

  private Snapshot(Session session, Duration gateTime) {
    this.session = session;
    this.gateTime = gateTime;
  }

  /**
   * Pins the files. All writers stand still while it is done, for milliseconds.
   *
   * @throws IllegalStateException inside a transaction
   */
  public static Snapshot of(List<SqliteFile> files) {
    Session session = attach(files.stream().map(SqliteFile::path).toList());
    try {
      long[] gate = new long[1];
      WriterGate.whileClosed(
          files,
          () -> {
            long start = System.nanoTime();
            pin(session);
            gate[0] = System.nanoTime() - start;
          });
      return new Snapshot(session, Duration.ofNanos(gate[0]));
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Pins the nine files of a generation folder that no host has open. */
  public static Snapshot ofClosed(Path generation) {
    Session session =
        attach(
            List.of(DataFile.values()).stream()
                .map(file -> generation.resolve(file.fileName()))
                .toList());
    try {
      pin(session);
      return new Snapshot(session, Duration.ZERO);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** All rows of a query. */
  public <T> List<T> query(String sql, Parameters parameters, Function<Row, T> mapper) {
    return session.query(sql, parameters, mapper);
  }

  /** How long the writers stood still. */
  public Duration gateTime() {
    return gateTime;
  }

  /** Lets the moment go. */
  @Override
  public void close() {
    session.close();
  }

  private static Session attach(List<Path> paths) {
    DataFile[] files = DataFile.values();
    Session session = Connections.readOnly(paths.get(0));
    try {
      Connections.limitAttached(session, files.length);
      for (int i = 1; i < files.length; i++) {
        session.update(
            "attach database :path as " + files[i].folder(),
            Parameters.bind("path", paths.get(i).toString()));
      }
      session.execute("pragma query_only = 1");
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * The first read of each file fixes what the connection sees of it until the transaction ends.
   */
  private static void pin(Session session) {
    session.execute("begin");
    for (DataFile file : DataFile.values()) {
      session.value("select count(*) from " + file.folder() + ".sqlite_schema");
    }
  }
}
