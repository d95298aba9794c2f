package com.truevault.wireguard.probe;

import java.time.Duration;

/**
 * How patient a probe is. A server gets three initiations and then, if it shook hands, two tries
 * through the tunnel; so it costs at most five times the pause.
 *
 * @param atOnce how many servers are being probed at the same time, each with a socket; from 1
 * @param pause before something is sent again, and after it was sent for the last time; positive
 */
public record Pace(int atOnce, Duration pause) {
  /** A thousand servers, all of them off, take twelve seconds. */
  public static final Pace STANDARD = new Pace(256, Duration.ofSeconds(1));

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Pace {
    if (atOnce < 1 || pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException(
          "a probe needs a server at once and a pause: " + atOnce + ", " + pause);
    }
  }
}
