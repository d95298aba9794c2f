package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.store.DataFile;
import com.truevault.store.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor finds in one file alone. */
class FileChecksTest {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @ParameterizedTest
  @EnumSource(DataFile.class)
  void namesTheFileThatIsDamaged(DataFile file) {
    damage(
        file,
        "pragma writable_schema = 1",
        """
        update sqlite_schema
           set rootpage = (select rootpage from sqlite_schema where name = 'outbox')
         where name = 'inbox'
        """,
        "pragma writable_schema = 0");

    Finding found = only(temporary.get().doctor().repair());

    assertEquals("file-damaged", found.invariant());
    assertEquals(file, found.file());
    assertTrue(
        found.rows().stream().anyMatch(row -> row.contains("2nd reference to page")),
        found::toString);
    assertEquals(List.of(found), temporary.get().doctor().examine());
  }

  @Test
  void namesRowsWhoseParentIsGone() {
    damage(
        DataFile.USERS,
        "pragma foreign_keys = 0",
        """
        insert into recovery_codes (user_id, code_hash)
        values (99, '%s')
        """
            .formatted("0".repeat(64)),
        "pragma foreign_keys = 1");

    Finding found = only(temporary.get().doctor().repair());

    assertEquals("row-without-parent", found.invariant());
    assertEquals(DataFile.USERS, found.file());
    assertEquals(List.of("recovery_codes 1"), found.rows());
    assertEquals(List.of(found), temporary.get().doctor().examine());
  }

  private static Finding only(List<Finding> findings) {
    assertEquals(1, findings.size(), findings::toString);
    assertTrue(findings.stream().noneMatch(Finding::repaired));
    return findings.get(0);
  }

  private void damage(DataFile file, String... statements) {
    temporary
        .get()
        .files()
        .get(file)
        .<@Nullable Object>exclusively(
            session -> {
              List.of(statements).forEach(session::execute);
              return null;
            });
  }
}
