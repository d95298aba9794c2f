package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.peer.ListVersion;
import com.truevault.server.ServerFixture;
import com.truevault.testing.VaultFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose generation is another one was restored: its lists are newer than any. */
class ListEpochTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void beginsAnEpochInAnotherGenerationOfTheFolder() throws IOException {
    VaultFixture first = new VaultFixture(SqliteStorage.open(folder));
    first.server(ServerFixture.NEW_YORK);
    assertEquals(new ListVersion(1, 1), version(first));
    first.vault().close();

    VaultFixture same = new VaultFixture(SqliteStorage.open(folder), first);
    assertEquals(new ListVersion(1, 1), version(same));
    same.vault().close();

    restore("gen-000001", "gen-000007");
    VaultFixture restored = new VaultFixture(SqliteStorage.open(folder), first);
    assertEquals(7, restored.storage().folderGeneration());
    long seconds = restored.clock().instant().getEpochSecond();
    assertEquals(new ListVersion(seconds, 1), version(restored));
    restored.vault().close();

    restore("gen-000007", "gen-000008");
    VaultFixture again = new VaultFixture(SqliteStorage.open(folder), first);
    assertEquals(new ListVersion(seconds + 1, 1), version(again), "within the same second");
    again.vault().close();
  }

  /** As restoring does: the files are those of another folder, and CURRENT names it. */
  private void restore(String before, String after) throws IOException {
    Files.move(folder.resolve(before), folder.resolve(after));
    Files.writeString(folder.resolve("CURRENT"), after + "\n");
  }

  private static ListVersion version(VaultFixture fixture) {
    return fixture.vault().peerLists().require(ServerFixture.NEW_YORK.key()).version();
  }
}
