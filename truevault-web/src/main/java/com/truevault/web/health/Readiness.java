package com.truevault.web.health;

import com.truevault.Storage;
import com.truevault.outbox.Deliveries;
import com.truevault.store.FileHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Finds out whether the host can do its work. A result stands for two seconds, so that asking often
 * costs nothing. Thread-safe.
 */
public final class Readiness {
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final Duration LONGEST_LAG = Duration.ofMinutes(5);
  private static final long MIN_FREE_BYTES = 256L * 1024 * 1024;

  private final Storage storage;
  private final Deliveries deliveries;
  private final LongSupplier freeBytes;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile ReadinessJson known =
      new ReadinessJson(false, List.of("files are being looked at; ask again"));
  private Instant knownUntil = Instant.MIN;

  /** Looks at the given parts; {@code freeBytes} says how much the data folder's disk has left. */
  public Readiness(
      Storage storage, Deliveries deliveries, LongSupplier freeBytes, InstantSource clock) {
    this.storage = storage;
    this.deliveries = deliveries;
    this.freeBytes = freeBytes;
    this.clock = clock;
  }

  /**
   * Whether the host is ready, and what is wrong if it is not. While one caller looks, which a disk
   * may keep from ending, the others are answered what was known before.
   */
  public ReadinessJson now() {
    if (!looking.tryLock()) {
      return known;
    }
    try {
      Instant now = clock.instant();
      if (!now.isBefore(knownUntil)) {
        known = look();
        knownUntil = now.plus(KEPT);
      }
      return known;
    } finally {
      looking.unlock();
    }
  }

  private ReadinessJson look() {
    List<String> problems = new ArrayList<>();
    for (FileHealth file : storage.health()) {
      if (!file.writable()) {
        problems.add(file.file().fileName() + " cannot be written");
      }
    }
    long free = freeBytes.getAsLong();
    if (free < MIN_FREE_BYTES) {
      problems.add("disk of the data folder has " + free / (1024 * 1024) + " MiB left");
    }
    Duration lag = deliveries.lag();
    if (lag.compareTo(LONGEST_LAG) > 0) {
      problems.add("oldest undelivered message waits for " + lag.toSeconds() + " s");
    }
    return new ReadinessJson(problems.isEmpty(), problems);
  }
}
