package com.truevault.user;

import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import com.truevault.user.ThrottleStore.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows guessing down: five failures are free, then each doubles the pause up to 15 minutes. A key
 * that did not fail for an hour starts anew. Nobody is locked out for good, and whoever resets the
 * password by mail is let in at once. Safe for use by many threads.
 */
public final class Throttle {
  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final ThrottleStore store;
  private final Transactions transactions;
  private final InstantSource clock;

  /** Counts in the given store. */
  public Throttle(ThrottleStore store, Transactions transactions, InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Refuses while a key is blocked.
   *
   * @throws TooManyAttemptsException with the time to wait
   */
  public void check(String purpose, String who) {
    Instant now = clock.instant();
    store
        .find(key(purpose, who))
        .filter(attempts -> attempts.blockedUntil().isAfter(now))
        .ifPresent(
            attempts -> {
              throw new TooManyAttemptsException(Duration.between(now, attempts.blockedUntil()));
            });
  }

  /** Counts a failure. */
  public void failed(String purpose, String who) {
    failed(purpose, who, FREE);
  }

  /** Counts a failure of many people behind one address, of whom more may fail freely. */
  public void failed(String purpose, String who, int free) {
    String key = key(purpose, who);
    transactions.run(DataFile.USERS, () -> count(key, free));
  }

  /** Forgets the failures of a key. */
  public void succeeded(String purpose, String who) {
    String key = key(purpose, who);
    if (store.find(key).isPresent()) {
      store.remove(key);
    }
  }

  /**
   * Claims one of so many in an hour: zero if it was granted, else how long to wait. What is
   * refused does not count.
   */
  public Duration claim(String purpose, String who, int mostPerHour) {
    String key = key(purpose, who);
    return transactions.write(DataFile.USERS, () -> claim(key, mostPerHour));
  }

  /**
   * Lets somebody pass within the hour, wherever they come from; it ends with {@link #succeeded}.
   */
  void grantPass(String purpose, String who) {
    Instant now = clock.instant();
    store.put(key(purpose, who), new Attempts(0, now, now));
  }

  /** Whether somebody was granted a pass within the hour. */
  boolean hasPass(String purpose, String who) {
    return store.find(key(purpose, who)).filter(this::isRecent).isPresent();
  }

  /** Forgets what no longer matters; returns how many keys. */
  public int purge() {
    return store.removeBefore(clock.instant().minus(FORGOTTEN));
  }

  private void count(String key, int free) {
    Instant now = clock.instant();
    int failures = 1 + store.find(key).filter(this::isRecent).map(Attempts::failures).orElse(0);
    Duration pause =
        failures < free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(failures - free, 12));
    store.put(
        key, new Attempts(failures, now, now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause)));
  }

  private Duration claim(String key, int most) {
    Instant now = clock.instant();
    Attempts known =
        store.find(key).filter(this::isRecent).orElseGet(() -> new Attempts(0, now, now));
    if (known.failures() >= most) {
      return Duration.between(now, known.lastFailureAt().plus(FORGOTTEN));
    }
    store.put(key, new Attempts(known.failures() + 1, now, now));
    return Duration.ZERO;
  }

  private boolean isRecent(Attempts attempts) {
    return attempts.lastFailureAt().isAfter(clock.instant().minus(FORGOTTEN));
  }

  private static String key(String purpose, String who) {
    return TokenHash.of(purpose + ":" + who).value();
  }
}
