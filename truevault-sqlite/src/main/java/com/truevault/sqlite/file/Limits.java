package com.truevault.sqlite.file;

import java.time.Duration;

/**
 * How much of a file's time and connections anybody may take.
 *
 * @param readers read-only connections at the most, 1 to 16
 * @param busyTimeout how long to wait for another program that holds the file
 * @param readDeadline how long one query may run
 */
public record Limits(int readers, Duration busyTimeout, Duration readDeadline) {
  /** Four readers, 5 s for other programs, 2 s for a query. */
  public static final Limits USUAL = new Limits(4, Duration.ofSeconds(5), Duration.ofSeconds(2));

  private static final int MAX_READERS = 16;

  /** Checks the bounds. */
  public Limits {
    if (readers < 1 || readers > MAX_READERS) {
      throw new IllegalArgumentException("readers must be 1 to " + MAX_READERS + ": " + readers);
    }
    if (busyTimeout.isNegative() || readDeadline.isNegative() || readDeadline.isZero()) {
      throw new IllegalArgumentException(
          "busy timeout must be >= 0 and read deadline > 0: " + busyTimeout + ", " + readDeadline);
    }
  }
}
