package com.truevault.sqlite.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a file since the last commit to it. While a commit is under way nothing is
 * recalled, and afterwards everything is forgotten, so that an answer is always what a read at that
 * moment would have found. That holds because all writes go through one writer and no other process
 * opens the folder. Safe for use by many threads.
 */
final class Recall {
  private static final int MOST = 4_000;

  // Null while a commit is under way.
  private volatile @Nullable Map<Object, Object> known = new ConcurrentHashMap<>();

  /** The answer of that key, read if need be; it must be immutable. */
  @SuppressWarnings("unchecked") // The key decides what its answer is.
  <T> T get(Object key, Supplier<T> read) {
    Map<Object, Object> current = known;
    if (current == null) {
      return read.get();
    }
    Object remembered = current.get(key);
    if (remembered != null) {
      return (T) remembered;
    }
    T answer = read.get();
    if (current.size() < MOST) {
      // Into the map of before the read: if that is forgotten by now, so is this answer.
      current.put(key, answer);
    }
    return answer;
  }

  /** Runs what may change the answers. */
  void whileForgetting(Runnable change) {
    known = null;
    try {
      change.run();
    } finally {
      known = new ConcurrentHashMap<>();
    }
  }
}
