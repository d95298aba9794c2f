package com.truevault.paypal;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps calls about one subscription one after another; others go beside them. */
final class Lanes {
  private static final int COUNT = 64;

  private final Lock[] lanes =
      Stream.generate(ReentrantLock::new).limit(COUNT).toArray(Lock[]::new);

  /** Runs the call once no other about that subject is under way; an empty subject never waits. */
  <T> T run(String subject, Supplier<T> call) {
    if (subject.isEmpty()) {
      return call.get();
    }
    Lock lane = lanes[Math.floorMod(subject.hashCode(), COUNT)];
    lane.lock();
    try {
      return call.get();
    } finally {
      lane.unlock();
    }
  }
}
