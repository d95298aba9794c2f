package com.truevault.sqlite;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.store.FileHealth;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds out whether a file can be written, by writing to it. What was proven holds for a while, for
 * each proof costs a flush and makes the file forget what it recalls. Safe for use by many threads.
 */
final class WriteProbe {
  private static final Duration HOLDS = Duration.ofSeconds(10);
  private static final long LEAST_FREE_BYTES = 1024 * 1024;

  private final SqliteFile file;
  private final InstantSource clock;
  private final ReentrantLock probing = new ReentrantLock();
  private Instant provenUntil = Instant.MIN;

  WriteProbe(SqliteFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  FileHealth look() {
    // A lock that lets its thread go: a disk may keep the flush from ending.
    probing.lock();
    try {
      prove();
      long free = Files.getFileStore(file.path()).getUsableSpace();
      String problem =
          free >= LEAST_FREE_BYTES ? "" : "disk has " + free + " bytes left; free some space";
      return new FileHealth(file.file(), problem.isEmpty(), file.walBytes(), problem);
    } catch (StorageException | IOException | UncheckedIOException e) {
      provenUntil = Instant.MIN;
      return new FileHealth(file.file(), false, 0, String.valueOf(e.getMessage()));
    } finally {
      probing.unlock();
    }
  }

  private void prove() {
    Instant now = clock.instant();
    boolean isProven = now.isBefore(provenUntil) && !now.isBefore(provenUntil.minus(HOLDS));
    if (!isProven) {
      file.rewriteVersion();
      provenUntil = now.plus(HOLDS);
    }
  }
}
