package com.truevault.sqlite.schema;

import com.truevault.sqlite.jdbc.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Runs the scripts of {@code database/} on real files, on connections of their own. */
final class NineFiles {
  static final List<String> NAMES =
      List.of(
          "main",
          "users",
          "devices",
          "servers",
          "billing",
          "forms",
          "campaigns",
          "builder",
          "tutorials");
  static final int YEAR = 2026;
  static final String NOW = "2026-01-14 23:00:00.000";

  private NineFiles() {}

  static Path folder() {
    return Path.of(System.getProperty("project.root", ".."), "database");
  }

  static List<Path> scripts(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(name))) {
      return files.sorted().toList();
    }
  }

  static Connection create(Path directory, String name) throws IOException, SQLException {
    return create(directory, name, YEAR);
  }

  static Connection create(Path directory, String name, int year) throws IOException, SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(name + year + ".db"));
    run(connection, "pragma foreign_keys = on");
    run(connection, "pragma trusted_schema = off");
    run(connection, "create temp table installation (year integer, now text)");
    run(connection, "insert into temp.installation values (" + year + ", '" + NOW + "')");
    connection.setAutoCommit(false);
    for (Path script : scripts(name)) {
      for (String statement : Script.statements(Files.readString(script))) {
        run(connection, statement);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
    return connection;
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
