package com.truevault.paypal.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many times in any minute, and no more. Thread-safe. */
final class Turns {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int most;
  private final Deque<Instant> taken = new ArrayDeque<>();

  Turns(int most) {
    this.most = most;
  }

  /** Takes a turn; false if there is none left. */
  synchronized boolean take(Instant now) {
    while (!taken.isEmpty() && !now.isBefore(taken.getFirst().plus(MINUTE))) {
      taken.removeFirst();
    }
    if (taken.size() >= most) {
      return false;
    }
    taken.addLast(now);
    return true;
  }
}
