package com.truevault.web.demo.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes as another does, but ahead of it or behind. Safe for use by many threads. */
public final class DemoClock implements InstantSource {
  private final InstantSource real;
  private volatile Duration ahead;

  /** A clock that is ahead of the given one; behind it if the time is negative. */
  public DemoClock(InstantSource real, Duration ahead) {
    this.real = real;
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  /** How far it is ahead. */
  public Duration ahead() {
    return ahead;
  }

  /** Goes to that moment, and on from there. */
  public synchronized void set(Instant moment) {
    ahead = Duration.between(real.instant(), moment);
  }
}
