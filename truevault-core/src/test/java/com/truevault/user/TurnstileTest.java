package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.truevault.TrueVaultException;
import com.truevault.testing.Race;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnstileTest {
  private final Turnstile turnstile = new Turnstile();

  @Test
  void letsOneAtATimePass() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Race race =
        Race.of(
            16,
            () ->
                turnstile.pass(
                    "kim",
                    () -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      Thread.onSpinWait();
                      return inside.decrementAndGet();
                    }));

    assertEquals(16, race.successes());
    assertEquals(1, most.get());
  }

  @Test
  void letsFewWaitAndOthersPass() {
    CountDownLatch refused = new CountDownLatch(24);

    Race race =
        Race.each(
            40,
            number ->
                () -> {
                  try {
                    turnstile.pass("kim", () -> await(refused));
                  } catch (TrueVaultException busy) {
                    refused.countDown();
                    throw busy;
                  }
                });

    assertEquals(16, race.successes());
    assertFalse(race.failures().isEmpty());
    for (Throwable failure : race.failures()) {
      assertEquals("sign-in-busy", ((TrueVaultException) failure).code());
    }
    assertEquals("free", turnstile.pass("kim", () -> "free"));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
