package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A pooled connection that carries its own prepared statements, so that they live as long as it.
 */
final class ReaderConnection extends JDBC4Connection {
  private final Session session;

  ReaderConnection(String url, FileOptions options, Properties properties) throws SQLException {
    super(url, options.path().toString(), properties);
    this.session = new Session(this, options.file().fileName());
  }

  Session session() {
    return session;
  }
}
