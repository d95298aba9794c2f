package com.truevault.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. Safe for use by many threads. */
public final class SettableClock implements InstantSource {
  private Instant now;

  /** Stands at that moment. */
  public SettableClock(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves forward by that time, or back if it is negative. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  /** Moves to that moment. */
  public synchronized void set(Instant moment) {
    now = moment;
  }
}
