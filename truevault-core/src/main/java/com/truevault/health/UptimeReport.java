package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server did in a month, UTC; up to now if the month is not over.
 *
 * @param tally all checks of the month
 * @param downtime how long it was offline outside planned maintenance
 * @param incidents what was wrong at any time of the month, oldest first
 */
public record UptimeReport(
    ServerKey server, YearMonth month, Tally tally, Duration downtime, List<Incident> incidents) {

  /** Copies the incidents. */
  public UptimeReport {
    incidents = List.copyOf(incidents);
  }

  /**
   * Something that was wrong.
   *
   * @param from may lie before the month
   * @param end null while it is not over
   * @param duration how long it lasted, or has lasted
   */
  public record Incident(
      AlarmKind kind, String detail, Instant from, @Nullable Instant end, Duration duration) {}
}
