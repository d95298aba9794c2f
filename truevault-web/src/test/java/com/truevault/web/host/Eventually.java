package com.truevault.web.host;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what another thread brings about, but not for ever. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Eventually() {}

  /** Looks until there is something to be found. */
  public static <T> T found(String what, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    Optional<T> found = look.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(what + " did not come within " + LONGEST.toSeconds() + " s");
      }
      Thread.onSpinWait();
      found = look.get();
    }
    return found.get();
  }
}
