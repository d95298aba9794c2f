package com.truevault.web.demo.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A clock that goes as another does, but ahead of it or behind. Safe for use by many threads. */
public final class DemoClock implements InstantSource {
  private final InstantSource real;
  private final Consumer<Duration> memory;
  private volatile Duration ahead;

  /**
   * A clock that is ahead of the given one; behind it if the time is negative.
   *
   * @param memory is told whenever that changes, so that the next run can go on
   */
  public DemoClock(InstantSource real, Duration ahead, Consumer<Duration> memory) {
    this.real = real;
    this.ahead = ahead;
    this.memory = memory;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  /** The time by the other clock. */
  public Instant real() {
    return real.instant();
  }

  /** How far it is ahead. */
  public Duration ahead() {
    return ahead;
  }

  /** Goes to that moment, and on from there. */
  public synchronized void set(Instant moment) {
    ahead = Duration.between(real.instant(), moment);
    memory.accept(ahead);
  }
}
