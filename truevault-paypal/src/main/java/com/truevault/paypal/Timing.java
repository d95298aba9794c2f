package com.truevault.paypal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Time and chance, as the client needs them.
 *
 * @param clock what time it is
 * @param sleeper how to wait
 * @param random spreads repetitions, so that many clients do not come back together
 */
public record Timing(InstantSource clock, Sleeper sleeper, RandomGenerator random) {

  /** The real thing. */
  public static Timing real(InstantSource clock, RandomGenerator random) {
    return new Timing(clock, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), random);
  }

  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits that long. */
    void sleep(Duration time) throws InterruptedException;
  }
}
