package com.truevault.user;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one caller at a time pass for each key; a few others of that key wait, for a while. What is
 * checked, tried and counted in one turn cannot be outrun by a burst. Safe for use by many threads.
 */
final class Turnstile {
  private static final int MOST_CALLERS = 16;
  private static final int PATIENCE_SECONDS = 10;

  private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

  /**
   * Does the work in the caller's turn.
   *
   * @throws com.truevault.TrueVaultException UNAVAILABLE if too many wait or the turn does not come
   */
  <T> T pass(String key, Supplier<T> work) {
    Turn turn = turns.compute(key, (same, known) -> Turn.joined(known));
    try {
      turn.begin();
      try {
        return work.get();
      } finally {
        turn.lock.unlock();
      }
    } finally {
      turns.computeIfPresent(key, (same, known) -> known.left());
    }
  }

  /** It comes and goes under the lock that the map holds for the key. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicInteger callers = new AtomicInteger();

    static Turn joined(@Nullable Turn known) {
      Turn turn = known == null ? new Turn() : known;
      turn.callers.incrementAndGet();
      return turn;
    }

    /** Whoever waits holds a thread that others need, so neither many may, nor for long. */
    void begin() {
      try {
        if (callers.get() > MOST_CALLERS || !lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw PasswordHasher.busy();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw PasswordHasher.busy();
      }
    }

    @Nullable Turn left() {
      return callers.decrementAndGet() == 0 ? null : this;
    }
  }
}
