package com.truevault.user;

import java.time.Instant;
import java.util.Optional;

/** Failed attempts by key. Keys are hashes, so the table names nobody. */
public interface ThrottleStore {

  /** What is known of a key. */
  Optional<Attempts> find(String key);

  /** Replaces what is known of a key. */
  void put(String key, Attempts attempts);

  /** Forgets a key. */
  void remove(String key);

  /** Forgets keys that last failed before that moment; returns how many. */
  int removeBefore(Instant moment);

  /**
   * Failures in a row.
   *
   * @param blockedUntil no attempt is looked at before this
   */
  record Attempts(int failures, Instant lastFailureAt, Instant blockedUntil) {}
}
