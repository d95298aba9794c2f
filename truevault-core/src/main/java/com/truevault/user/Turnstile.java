package com.truevault.user;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one caller at a time pass for each key; others of that key wait. What is checked, tried and
 * counted in one turn cannot be outrun by a burst. Safe for use by many threads.
 */
final class Turnstile {
  private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

  <T> T pass(String key, Supplier<T> work) {
    Turn turn = turns.compute(key, (same, known) -> Turn.joined(known));
    turn.lock.lock();
    try {
      return work.get();
    } finally {
      turn.lock.unlock();
      turns.computeIfPresent(key, (same, known) -> known.left());
    }
  }

  /** Its count changes under the lock that the map holds for the key. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int callers;

    static Turn joined(@Nullable Turn known) {
      Turn turn = known == null ? new Turn() : known;
      turn.callers++;
      return turn;
    }

    @Nullable Turn left() {
      callers--;
      return callers == 0 ? null : this;
    }
  }
}
