package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The settings of each connection, in the one order that works. Each is read back: SQLite ignores
 * what it does not know or cannot do here.
 */
final class Pragmas {
  private static final Set<DataFile> SCRUBBED =
      EnumSet.of(DataFile.MAIN, DataFile.USERS, DataFile.DEVICES, DataFile.BILLING);

  // https://sqlite.org/wal.html#walresetbug: older releases can corrupt a file while checkpointing.
  private static final int[] OLDEST = {3, 51, 3};

  private final Session session;
  private final FileOptions options;

  Pragmas(Session session, FileOptions options) {
    this.session = session;
    this.options = options;
  }

  void setUpWriter() {
    set("busy_timeout", String.valueOf(options.limits().busyTimeout().toMillis()));
    requireRelease();
    // A network file system answers delete here.
    set("journal_mode", "wal");
    set("synchronous", String.valueOf(options.synchronous().level()));
    set("foreign_keys", "1");
    set("secure_delete", SCRUBBED.contains(options.file()) ? "1" : "0");
    // A page that many commits touch, as random keys do to indexes, is copied once for all of them.
    set("wal_autocheckpoint", "4000");
    set("journal_size_limit", String.valueOf(64L * 1024 * 1024));
    set("analysis_limit", "400");
    setUpAny();
  }

  void setUpReader() {
    set("busy_timeout", String.valueOf(options.limits().busyTimeout().toMillis()));
    set("query_only", "1");
    setUpAny();
    session.limitReads(options.limits().readDeadline());
  }

  private void setUpAny() {
    set("trusted_schema", "0");
    set("cell_size_check", "1");
    // A stray write through a mapping would reach the file unnoticed.
    set("mmap_size", "0");
    set("temp_store", "2");
    set("cache_size", "-16000");
    Connections.limitAttached(session, 0);
  }

  private void set(String pragma, String value) {
    session.execute("pragma " + pragma + " = " + value);
    String found = session.value("pragma " + pragma);
    if (!value.equals(found)) {
      throw new StorageException(
          "file-setting-refused",
          options.path()
              + ": "
              + pragma
              + " is "
              + found
              + " where "
              + value
              + " is needed; keep the data folder on a local disk",
          null);
    }
  }

  private void requireRelease() {
    String release = String.valueOf(session.value("select sqlite_version()"));
    String[] parts = release.split("\\.", -1);
    for (int i = 0; i < OLDEST.length; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > OLDEST[i]) {
        return;
      }
      if (part < OLDEST[i]) {
        throw new StorageException(
            "sqlite-too-old",
            "SQLite is "
                + release
                + ", 3.51.3 or later is needed; put a newer sqlite-jdbc on the class path",
            null);
      }
    }
  }
}
