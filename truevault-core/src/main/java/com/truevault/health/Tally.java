package com.truevault.health;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Checks that were counted together.
 *
 * @param checks all of them
 * @param online those outside planned maintenance that found the server online
 * @param planned those during planned maintenance, whatever they found
 * @param millis the sum of all round trips, in milliseconds
 * @param answers how many round trips there are
 */
public record Tally(int checks, int online, int planned, long millis, int answers) {
  /** Nothing was checked. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** One check. */
  public static Tally of(HealthCheck check) {
    Duration trip = check.roundTrip();
    return new Tally(
        1,
        check.online() && !check.planned() ? 1 : 0,
        check.planned() ? 1 : 0,
        trip == null ? 0 : trip.toMillis(),
        trip == null ? 0 : 1);
  }

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(
        checks + other.checks,
        online + other.online,
        planned + other.planned,
        millis + other.millis,
        answers + other.answers);
  }

  /** How many checks failed outside planned maintenance. */
  public int failed() {
    return checks - planned - online;
  }

  /**
   * How many per cent of the checks outside planned maintenance found it online, 0 to 100; empty if
   * there was none.
   */
  public OptionalDouble percentOnline() {
    int counted = checks - planned;
    return counted == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * online / counted);
  }

  /** The average round trip; null if there was none. */
  public @Nullable Duration averageRoundTrip() {
    return answers == 0 ? null : Duration.ofMillis(Math.round((double) millis / answers));
  }
}
