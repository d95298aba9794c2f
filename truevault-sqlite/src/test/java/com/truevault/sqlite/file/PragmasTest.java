package com.truevault.sqlite.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PragmasTest {
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "trusted_schema", "0", "cell_size_check", "1", "temp_store", "2", "cache_size", "-16000");

  @TempDir Path folder;

  @Test
  void theWriterIsDurableAndChecksReferences() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>(EVERYWHERE);
    expected.put("journal_mode", "wal");
    expected.put("synchronous", "2");
    expected.put("foreign_keys", "1");
    expected.put("secure_delete", "1");
    expected.put("busy_timeout", "5000");
    expected.put("journal_size_limit", "67108864");
    expected.put("mmap_size", "0");
    try (SqliteFile made = FileFixture.create(DataFile.USERS, folder)) {
      assertEquals(made.file(), DataFile.USERS);
    }
    FileOptions options =
        new FileOptions(DataFile.USERS, folder.resolve("users.db"), Synchronous.FULL, Limits.USUAL);
    try (SqliteFile users = SqliteFile.open(options)) {
      expected.forEach(
          (pragma, value) ->
              assertEquals(
                  value, users.exclusively(session -> session.value("pragma " + pragma)), pragma));
    }
  }

  @Test
  void deletedRowsAreOverwrittenOnlyWhereTheyArePersonal() throws IOException {
    try (SqliteFile servers = FileFixture.create(DataFile.SERVERS, folder)) {
      assertEquals("0", servers.exclusively(session -> session.value("pragma secure_delete")));
    }
  }

  @Test
  void readersOnlyRead() throws IOException {
    try (SqliteFile users = FileFixture.create(DataFile.USERS, folder)) {
      Map<String, String> expected = new LinkedHashMap<>(EVERYWHERE);
      expected.put("query_only", "1");
      expected.forEach(
          (pragma, value) ->
              assertEquals(
                  value,
                  users.one("pragma " + pragma, Parameters.none(), row -> row.text(pragma)),
                  pragma));
    }
  }
}
