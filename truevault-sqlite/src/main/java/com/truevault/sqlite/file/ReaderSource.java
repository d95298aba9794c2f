package com.truevault.sqlite.file;

import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Makes the connections of a reader pool. */
final class ReaderSource extends SQLiteDataSource {
  private final FileOptions options;

  ReaderSource(FileOptions options) {
    super(configuration());
    this.options = options;
  }

  private static SQLiteConfig configuration() {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setGetGeneratedKeys(false);
    return config;
  }

  @Override
  public SQLiteConnection getConnection() throws SQLException {
    ReaderConnection connection =
        new ReaderConnection("jdbc:sqlite:" + options.path(), options, getConfig().toProperties());
    try {
      new Pragmas(connection.session(), options).setUpReader();
    } catch (RuntimeException e) {
      connection.close();
      throw new SQLException("reader of " + options.path() + " cannot be set up", e);
    }
    return connection;
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
