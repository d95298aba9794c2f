package com.truevault.sqlite;

import com.truevault.store.DataFile;
import com.truevault.store.FileHealth;
import com.truevault.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A process of its own whose files may at some time grow no more, and which says how it is. */
final class CrampedHost {
  static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  private CrampedHost() {}

  public static void main(String[] args) throws Exception {
    SettableClock clock = new SettableClock(Instant.parse("2026-01-31T10:00:00Z"));
    SqliteConfig config = SqliteConfig.of(Path.of(args[0])).withClock(clock);
    SqliteStorage storage = SqliteStorage.open(config);
    tell("roomy", storage);
    String self = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder(PRLIMIT.toString(), "--pid", self, "--fsize=4096").start().waitFor();
    clock.advance(Duration.ofMinutes(1));
    tell("cramped", storage);
    tell("cramped again", storage);
    Runtime.getRuntime().halt(0);
  }

  private static void tell(String when, SqliteStorage storage) {
    FileHealth users =
        storage.health().stream()
            .filter(health -> health.file() == DataFile.USERS)
            .findFirst()
            .orElseThrow();
    System.out.println(when + ": writable=" + users.writable() + ", " + users.problem());
  }
}
