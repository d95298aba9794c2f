package com.truevault.paypal.testing;

import java.time.Duration;

/**
 * How badly deliveries travel.
 *
 * @param lossPercent how many of a hundred never arrive, 0 to 100
 * @param mostCopies how often one arrives at most, at least 1
 * @param longestDelay how late one may be, so that later ones overtake it; at most three days
 */
public record Disorder(int lossPercent, int mostCopies, Duration longestDelay) {
  /** Each arrives once and at once. */
  public static final Disorder NONE = new Disorder(0, 1, Duration.ZERO);

  /** Checks the ranges. */
  public Disorder {
    if (lossPercent < 0
        || lossPercent > 100
        || mostCopies < 1
        || longestDelay.isNegative()
        || longestDelay.compareTo(Duration.ofDays(3)) > 0) {
      throw new IllegalArgumentException(
          "a loss of "
              + lossPercent
              + " %, "
              + mostCopies
              + " copies or a delay of "
              + longestDelay
              + " is out of range; use 0-100 %, at least 1 copy and at most PT72H");
    }
  }
}
