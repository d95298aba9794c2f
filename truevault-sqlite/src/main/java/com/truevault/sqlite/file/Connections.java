package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Session;
import com.truevault.sqlite.jdbc.SqlFailures;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/** Opens physical connections; none of them creates a file. */
public final class Connections {
  private static final String SCHEME = "jdbc:sqlite:";

  private Connections() {}

  /** A connection that may write. */
  public static Session writing(Path path) {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    JDBC4Connection connection = open(path, config);
    // Transactions are begun by statement. Told so, the driver does not try one after each change.
    connection.getConnectionConfig().setAutoCommit(false);
    return new Session(connection, path.getFileName().toString());
  }

  /** A connection that SQLite itself keeps from writing. */
  public static Session readOnly(Path path) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return new Session(open(path, config), path.getFileName().toString());
  }

  /** Lets the connection attach so many other files. */
  static void limitAttached(Session session, int files) {
    try {
      session.connection().setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, files);
    } catch (SQLException e) {
      throw SqlFailures.translate("connection", "limit attached", e);
    }
  }

  private static JDBC4Connection open(Path path, SQLiteConfig config) {
    config.setGetGeneratedKeys(false);
    Properties properties = config.toProperties();
    try {
      return new JDBC4Connection(SCHEME + path, path.toString(), properties);
    } catch (SQLException e) {
      throw SqlFailures.translate(path.toString(), "open", e);
    }
  }
}
