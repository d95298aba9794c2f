package com.truevault.wireguard.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other processes do, and says what never came. */
public final class Wait {
  private static final long PAUSE = Duration.ofMillis(10).toNanos();

  private Wait() {}

  /**
   * Returns once the condition holds.
   *
   * @param what completes "waited 5 s for …"
   * @return how long it took
   * @throws AssertionError when it does not within the limit
   */
  public static Duration until(String what, Duration limit, Callable<Boolean> condition) {
    long start = System.nanoTime();
    while (!holds(what, condition)) {
      if (System.nanoTime() - start > limit.toNanos()) {
        throw new AssertionError("waited " + limit.toMillis() + " ms in vain for " + what);
      }
      LockSupport.parkNanos(PAUSE);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static boolean holds(String what, Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError("cannot tell whether there is " + what, e);
    }
  }
}
