package com.truevault.wireguard.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
  private final ReplayWindow window = new ReplayWindow();

  @Test
  void takesEveryCounterOnceInAnyOrderWithinItsWidth() {
    Random random = new Random(3);
    Set<Long> taken = new HashSet<>();
    long highest = -1;
    for (int i = 0; i < 20_000; i++) {
      long counter = Math.max(0, highest + random.nextInt(100) - 90);
      boolean isNew = !taken.contains(counter) && highest - counter < 64;
      assertEquals(isNew, window.isNew(counter), counter + " below " + highest);
      if (isNew) {
        window.add(counter);
        taken.add(counter);
        highest = Math.max(highest, counter);
      }
    }
  }

  @Test
  void forgetsWhatALeapLeavesBehind() {
    window.add(5);
    window.add(5 + 64);
    assertFalse(window.isNew(5));
    assertTrue(window.isNew(6));
    window.add(1_000_000);
    assertFalse(window.isNew(6));
    assertTrue(window.isNew(999_999));
  }

  @Test
  void refusesCountersThatNoSessionReaches() {
    assertFalse(window.isNew(-1));
    assertFalse(window.isNew(Long.MIN_VALUE));
    assertFalse(window.isNew(Long.MAX_VALUE));
    assertTrue(window.isNew((1L << 60) - 1));
  }
}
