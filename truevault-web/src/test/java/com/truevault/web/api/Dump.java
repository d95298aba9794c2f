package com.truevault.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every row of the nine files of a running host. */
final class Dump {
  /** What may change by itself: when a session was last seen, and how far a message has come. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "sessions", "id, user_id, token, expires_at, is_valid, public_id",
          "outbox", "message_id, topic, subject");

  private final SortedSet<String> rows = new TreeSet<>();

  private Dump() {}

  /** Rows of all tables but those whose name begins so. */
  static SortedSet<String> of(Path folder, String... without) {
    Dump dump = new Dump();
    try {
      Path files = folder.resolve(Files.readString(folder.resolve("CURRENT")).strip());
      try (Stream<Path> all = Files.list(files)) {
        for (Path file : all.filter(path -> path.toString().endsWith(".db")).toList()) {
          dump.read(file, List.of(without));
        }
      }
      return dump.rows;
    } catch (IOException | SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void read(Path file, List<String> without) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      tables.removeIf(table -> without.stream().anyMatch(table::startsWith));
      for (String table : tables) {
        String columns = COLUMNS.getOrDefault(table, "*");
        try (ResultSet row = statement.executeQuery("SELECT " + columns + " FROM " + table)) {
          take(file.getFileName() + " " + table, row);
        }
      }
    }
  }

  private void take(String table, ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    while (row.next()) {
      StringBuilder text = new StringBuilder(table);
      for (int i = 1; i <= columns; i++) {
        text.append(" | ").append(row.getString(i));
      }
      rows.add(text.toString());
    }
  }
}
