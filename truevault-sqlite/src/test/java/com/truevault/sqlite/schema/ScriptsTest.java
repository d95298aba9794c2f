package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
  @TempDir Path directory;

  @Test
  void runOnEmptyFilesAndLeaveThemSound() throws Exception {
    for (String file : NineFiles.NAMES) {
      try (Connection connection = NineFiles.create(directory, file)) {
        assertEquals("ok", first(connection, "pragma integrity_check"), file);
        assertEquals("", first(connection, "pragma foreign_key_check"), file);
      }
    }
  }

  @Test
  void areNumberedWithoutGapsAndNamedAfterWhatTheyDo() throws Exception {
    for (String file : NineFiles.NAMES) {
      List<Path> scripts = NineFiles.scripts(file);
      for (int i = 0; i < scripts.size(); i++) {
        String name = String.valueOf(scripts.get(i).getFileName());
        assertTrue(name.matches(String.format("%03d-[a-z0-9-]+\\.sql", i + 1)), file + "/" + name);
      }
    }
  }

  @Test
  void liveInNineFoldersAndNowhereElse() throws Exception {
    try (Stream<Path> entries = Files.list(NineFiles.folder())) {
      Set<String> folders = new HashSet<>();
      entries.filter(Files::isDirectory).forEach(d -> folders.add(d.getFileName().toString()));
      assertEquals(Set.copyOf(NineFiles.NAMES), folders);
    }
  }

  @Test
  void leaveTransactionsPragmasAndClocksToTheEngine() throws Exception {
    for (String file : NineFiles.NAMES) {
      for (Path script : NineFiles.scripts(file)) {
        String sql = withoutComments(script);
        for (String banned :
            List.of(
                "commit",
                "pragma ",
                "attach ",
                "/*",
                "'now'",
                "current_timestamp",
                "if not exists",
                "writable_schema")) {
          assertFalse(sql.contains(banned), () -> script + " has " + banned);
        }
      }
    }
  }

  private static String withoutComments(Path script) throws IOException {
    return Files.readString(script).replaceAll("(?m)--.*$", "");
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getString(1) : "";
    }
  }
}
