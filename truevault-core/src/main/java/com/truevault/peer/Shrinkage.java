package com.truevault.peer;

import java.time.Duration;
import java.time.Instant;

/**
 * An administrator's word that a list is meant to be much shorter than the one before.
 *
 * @param by the public id of the administrator
 * @param peers how many peers the confirmed list has; fewer are not confirmed
 */
public record Shrinkage(String by, Instant at, int peers) {
  private static final Duration GOOD = Duration.ofDays(1);

  /** Whether this was said too long ago to speak for what shrinks now. */
  boolean isStale(Instant now) {
    return at.plus(GOOD).isBefore(now);
  }

  /** Whether a list of that many peers is one that was confirmed. */
  public boolean covers(int listed) {
    return listed >= peers;
  }
}
