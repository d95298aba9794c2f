package com.truevault.wireguard.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TimestampsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("1992-06-02T08:07:09Z"));
  private final Timestamps timestamps = new Timestamps(clock);

  @Test
  void labelsAMomentInAtomicTime() {
    assertEquals("400000002a2b2c3700000000", HexFormat.of().formatHex(timestamps.next()));
  }

  @Test
  void riseWhileTheClockStandsStillOrGoesBack() {
    byte[] last = timestamps.next();
    for (int i = 0; i < 1000; i++) {
      byte[] next = timestamps.next();
      assertTrue(Arrays.compareUnsigned(next, last) > 0);
      last = next;
    }
    clock.advance(Duration.ofDays(-1));
    assertTrue(Arrays.compareUnsigned(timestamps.next(), last) > 0);
  }
}
