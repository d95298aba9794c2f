package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogTest {
  private static final String ENTRY =
      """
      into audit_log (id, at, actor, action, subject, detail, previous_hash, hash)
      values (%d, '2026-01-14 23:00:00.000', 'system', 'user.added', 'user0001', '{}', '', '%s')
      """;

  @TempDir Path directory;
  private Connection main;

  @BeforeEach
  void addAnEntry() throws Exception {
    main = NineFiles.create(directory, "main");
    NineFiles.run(main, "insert " + ENTRY.formatted(1, "a".repeat(64)));
  }

  @AfterEach
  void close() throws SQLException {
    main.close();
  }

  @ParameterizedTest
  @CsvSource({
    "update audit_log set actor = 'nobody', changed",
    "update audit_log set actor = actor, changed",
    "delete from audit_log, deleted",
    "delete from audit_log where id = 1, deleted"
  })
  void cannotBeChangedAfterwards(String sql, String refusal) {
    assertRefused(sql, refusal);
  }

  @Test
  void cannotBeReplaced() {
    assertRefused("insert or replace " + ENTRY.formatted(1, "b".repeat(64)), "replaced");
  }

  @Test
  void takesFurtherEntries() throws Exception {
    NineFiles.run(main, "insert " + ENTRY.formatted(2, "c".repeat(64)));
  }

  private void assertRefused(String sql, String refusal) {
    SQLException refused = assertThrows(SQLException.class, () -> NineFiles.run(main, sql));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("cannot be " + refusal),
        () -> String.valueOf(refused.getMessage()));
  }
}
