package com.truevault.sqlite;

import com.truevault.peer.ListWalk;
import com.truevault.sqlite.file.Synchronous;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists over restarts from the same files. */
class ListWalkTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103})
  void endsWithListsAsEntitlementSaysFromTheSameFiles(long seed) {
    Path data = folder.resolve("walk" + seed);
    new ListWalk(
            seed,
            open(data),
            before -> {
              before.close();
              return open(data);
            })
        .take(60);
  }

  private static SqliteStorage open(Path data) {
    return SqliteStorage.open(SqliteConfig.of(data).withSynchronous(Synchronous.NORMAL));
  }
}
