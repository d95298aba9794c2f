package com.truevault.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What harm waits for, such as a person who has to look at something first. */
final class Holds {
  private final List<Hold> holds = new ArrayList<>();

  /**
   * Holds harm.
   *
   * @param at since when
   * @param until at the longest
   * @param lifted when it was lifted before; null if it was not
   */
  void add(Instant at, Instant until, @Nullable Instant lifted) {
    holds.add(new Hold(at, lifted != null && lifted.isBefore(until) ? lifted : until));
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
