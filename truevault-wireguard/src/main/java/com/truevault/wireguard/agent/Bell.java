package com.truevault.wireguard.agent;

import java.time.Duration;

/** Wakes whoever waits; a ring that nobody waited for wakes the next at once. */
final class Bell {
  private boolean isRung;

  synchronized void ring() {
    isRung = true;
    notifyAll();
  }

  /** Whether the next who waits is woken at once. */
  synchronized boolean isRung() {
    return isRung;
  }

  /** Returns after the time, or earlier if the bell is rung. */
  synchronized void await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toNanos();
    while (!isRung && left > 0) {
      // Rounded up: waiting zero milliseconds would be waiting for ever.
      wait(left / 1_000_000 + 1);
      left = end - System.nanoTime();
    }
    isRung = false;
  }
}
