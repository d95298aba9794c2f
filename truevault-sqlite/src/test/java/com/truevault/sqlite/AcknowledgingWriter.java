package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.store.DataFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** A process of its own that writes without end and prints what was committed. */
final class AcknowledgingWriter {
  private static final int THREADS = 8;

  private AcknowledgingWriter() {}

  public static void main(String[] args) {
    SqliteStorage storage = SqliteStorage.open(Path.of(args[0]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int i = 0; i < THREADS; i++) {
      String prefix = args[1] + "-" + i + "-";
      new Thread(() -> write(storage.files().get(DataFile.USERS), prefix, out)).start();
    }
  }

  private static void write(SqliteFile users, String prefix, PrintStream out) {
    for (int n = 0; ; n++) {
      String key = prefix + n;
      users.update(
          """
          insert into throttles (throttle_key, failures, last_failure_at)
          values (:key, 1, :at)
          """,
          bind("key", key).and("at", Instant.EPOCH));
      synchronized (out) {
        out.println(key);
      }
    }
  }
}
