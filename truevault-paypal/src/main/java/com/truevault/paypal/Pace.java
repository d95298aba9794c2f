package com.truevault.paypal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets so many calls through at once and so many per second after them. Thread-safe. */
final class Pace {
  private static final int CALLS_PER_SECOND = 5;
  private static final Duration INTERVAL = Duration.ofSeconds(1).dividedBy(CALLS_PER_SECOND);
  private static final Duration BURST = INTERVAL.multipliedBy(CALLS_PER_SECOND - 1L);

  private final InstantSource clock;
  private Instant next = Instant.MIN;

  Pace(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes the next turn; returns how long it is until then. */
  synchronized Duration turn() {
    Instant now = clock.instant();
    Instant latest = now.plus(Duration.ofMinutes(1));
    if (next.isBefore(now) || next.isAfter(latest)) {
      next = now;
    }
    Duration wait = Duration.between(now, next).minus(BURST);
    next = next.plus(INTERVAL);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
