package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.sqlite.file.Connections;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import com.truevault.store.FileHealth;
import com.truevault.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HealthTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-31T10:00:00Z"));

  @Test
  void writesToEachFileAndNotAgainForSomeSeconds() {
    try (SqliteStorage storage = SqliteStorage.open(SqliteConfig.of(folder).withClock(clock))) {
      for (DataFile file : DataFile.values()) {
        try (Session observer = Connections.readOnly(storage.files().get(file).path())) {
          String opened = commitsSeenBy(observer);
          assertTrue(healthOf(file, storage).writable());
          String proven = commitsSeenBy(observer);
          assertNotEquals(opened, proven);

          clock.advance(Duration.ofSeconds(9));
          assertTrue(healthOf(file, storage).writable());
          assertEquals(proven, commitsSeenBy(observer));

          clock.advance(Duration.ofSeconds(1));
          assertTrue(healthOf(file, storage).writable());
          assertNotEquals(proven, commitsSeenBy(observer));
        }
        clock.advance(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void tellsOfAFileThatCannotBeWritten() throws Exception {
    assumeTrue(Files.isExecutable(CrampedHost.PRLIMIT), "prlimit is not installed");
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrampedHost.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(0, host.waitFor());
    assertTrue(said.contains("roomy: writable=true"), said);
    assertTrue(said.contains("cramped: writable=false, users.db "), said);
    assertTrue(said.contains("cramped again: writable=false, users.db "), said);
  }

  /** Differs after every commit by another connection that wrote a page. */
  private static String commitsSeenBy(Session observer) {
    return String.valueOf(observer.value("pragma data_version"));
  }

  private static FileHealth healthOf(DataFile file, SqliteStorage storage) {
    return storage.health().stream().filter(h -> h.file() == file).findFirst().orElseThrow();
  }
}
