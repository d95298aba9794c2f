package com.truevault.wireguard.doctor;

import java.time.Duration;
import java.util.List;

/** Do the clocks of this machine and of the panel agree? */
final class ClockCheck implements Check {
  private static final Duration MOST = Duration.ofSeconds(30);

  @Override
  public List<Finding> look(Facts facts) {
    Duration skew = facts.panel().skew();
    if (skew == null || skew.abs().compareTo(MOST) <= 0) {
      return List.of();
    }
    return List.of(
        new Finding(
            "clock-off",
            "this clock is "
                + skew.abs().toSeconds()
                + " s "
                + (skew.isNegative() ? "behind" : "ahead of")
                + " the panel's",
            "at most " + MOST.toSeconds() + " s",
            "timedatectl set-ntp true, here or on the panel's machine"));
  }
}
