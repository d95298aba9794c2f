package com.truevault.wireguard.agent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of an agent: times of lists are compared with the wall clock, which may jump;
 * pauses are measured by the other one, which does not.
 *
 * @param nanos as {@link System#nanoTime} counts
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {
  Instant now() {
    return wall.instant();
  }
}
