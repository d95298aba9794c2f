package com.truevault.traffic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A stretch of time over which traffic is summed up, in UTC. */
public enum Span {
  /** From one full hour to the next. */
  HOUR(ChronoUnit.HOURS),
  /** From midnight to midnight. */
  DAY(ChronoUnit.DAYS);

  private final ChronoUnit unit;

  Span(ChronoUnit unit) {
    this.unit = unit;
  }

  /** The start of the span that a moment lies in. */
  public Instant start(Instant at) {
    return at.truncatedTo(unit);
  }

  /** The start of the span that lies that many spans after the one of a moment. */
  Instant start(Instant at, int later) {
    return start(at).plus(later, unit);
  }
}
