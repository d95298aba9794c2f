package com.truevault.wireguard.noise;

/** Which counters were seen; what lies more than 64 behind the highest counts as seen. */
final class ReplayWindow {
  /** Sessions end long before; no arithmetic below can overflow. */
  private static final long END = 1L << 60;

  private long highest = -1;

  /** Bit 0 is the highest, bit n the one n below it. */
  private long seen;

  /** Whether it was not seen. Counters from 2^60, where sessions end, count as seen. */
  boolean isNew(long counter) {
    if (counter < 0 || counter >= END) {
      return false;
    }
    long behind = highest - counter;
    return behind < 0 || (behind < Long.SIZE && (seen >>> behind & 1) == 0);
  }

  void add(long counter) {
    long ahead = counter - highest;
    if (ahead > 0) {
      seen = ahead < Long.SIZE ? seen << ahead | 1 : 1;
      highest = counter;
    } else {
      seen |= 1L << -ahead;
    }
  }
}
