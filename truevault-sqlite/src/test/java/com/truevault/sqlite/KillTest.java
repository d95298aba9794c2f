package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process at random moments: what it acknowledged is there, and the file is sound.
 */
@Timeout(120)
class KillTest {
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedSurvivesAKill() throws IOException, InterruptedException {
    Random random = new Random(20260101);
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> acknowledged = writeAndKill("round" + round, 50 + random.nextInt(1500));

      try (SqliteStorage storage = SqliteStorage.open(folder)) {
        SqliteFile users = storage.files().get(DataFile.USERS);
        Set<String> found =
            new HashSet<>(
                users.query(
                    "select throttle_key from throttles",
                    Parameters.none(),
                    row -> row.text("throttle_key")));
        assertTrue(found.containsAll(acknowledged));
        assertEquals(
            "ok",
            users.one(
                "pragma integrity_check", Parameters.none(), row -> row.text("integrity_check")));
      }
    }
  }

  private Set<String> writeAndKill(String prefix, int after)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AcknowledgingWriter.class.getName(),
                folder.toString(),
                prefix)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < after; i++) {
        acknowledged.add(String.valueOf(lines.readLine()));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertFalse(acknowledged.contains("null"), "the writer ended on its own");
    return acknowledged;
  }
}
