package com.truevault.wireguard.noise;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Times that only rise, as TAI64N labels. A server remembers the latest of each peer and is silent
 * to any that is not later, so all that speak with one key share one of these. Safe for use by many
 * threads.
 */
public final class Timestamps {
  private static final int LENGTH = 12;

  /** Labels count from 1970 in atomic time, which was ten seconds ahead then. */
  private static final long EPOCH = (1L << 62) + 10;

  private final InstantSource clock;
  private Instant last = Instant.MIN;

  /** Times of that clock, or as little after it as it takes for them to rise. */
  public Timestamps(InstantSource clock) {
    this.clock = clock;
  }

  /** A time later than all before, 12 bytes. */
  public synchronized byte[] next() {
    Instant now = clock.instant();
    last = now.isAfter(last) ? now : last.plusNanos(1);
    return ByteBuffer.allocate(LENGTH)
        .putLong(EPOCH + last.getEpochSecond())
        .putInt(last.getNano())
        .array();
  }
}
