package com.truevault.wireguard.agent;

import java.time.Duration;
import java.time.Instant;

/** Both clocks in a test's hand. */
final class SettableClocks {
  private Instant wall = Lists.START.plusSeconds(60);
  private long nanos = 1;

  Clocks clocks() {
    return new Clocks(() -> wall, () -> nanos);
  }

  /** Time goes by. */
  void pass(Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
  }

  /** The wall clock is set. */
  void jump(Duration step) {
    wall = wall.plus(step);
  }

  Instant now() {
    return wall;
  }
}
