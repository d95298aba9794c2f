package com.truevault.sqlite.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import org.sqlite.SQLiteConnection;

/** The prepared statements of one connection; the least used leave first. Not thread-safe. */
final class Statements {
  private static final int KEPT = 256;

  private final SQLiteConnection connection;
  private final LinkedHashMap<String, Prepared> idle = new LinkedHashMap<>(64, 0.75f, true);

  Statements(SQLiteConnection connection) {
    this.connection = connection;
  }

  /** Takes a statement out, to be given back or discarded. One in use is prepared once more. */
  Prepared take(String sql) throws SQLException {
    Prepared known = idle.remove(sql);
    return known != null ? known : new Prepared(connection, sql);
  }

  void giveBack(Prepared prepared) {
    Prepared twin = idle.put(prepared.text(), prepared);
    if (twin != null) {
      twin.discard();
    }
    if (idle.size() > KEPT) {
      Prepared oldest = idle.values().iterator().next();
      idle.remove(oldest.text());
      oldest.discard();
    }
  }

  void close() {
    idle.values().forEach(Prepared::discard);
    idle.clear();
  }
}
