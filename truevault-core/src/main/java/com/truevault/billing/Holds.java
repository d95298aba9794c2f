package com.truevault.billing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What harm waits for, such as a person who has to look at something first. */
final class Holds {
  private final List<Hold> holds = new ArrayList<>();

  void add(Instant at, Duration time) {
    holds.add(new Hold(at, at.plus(time)));
  }

  /** When harm may happen that is due then: what came up before holds it. */
  Instant held(Instant due) {
    Instant held = due;
    for (Hold hold : holds) {
      if (!hold.at().isAfter(due) && hold.until().isAfter(held)) {
        held = hold.until();
      }
    }
    return held;
  }

  private record Hold(Instant at, Instant until) {}
}
