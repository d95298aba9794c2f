package com.truevault.billing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The only one who knows what time it is. Whoever asks whether a moment has come leaves a note of
 * it, so that the next moment at which an answer would differ is always known.
 */
final class Timekeeper {
  private final Instant now;
  private final @Nullable Instant checkedAt;
  private final Duration patience;
  private @Nullable Instant next;
  private boolean checkDue;

  Timekeeper(Instant now, @Nullable Instant checkedAt, Duration patience) {
    this.now = now;
    this.checkedAt = checkedAt;
    this.patience = patience;
  }

  boolean reached(Instant moment) {
    if (!moment.isAfter(now)) {
      return true;
    }
    if (next == null || moment.isBefore(next)) {
      next = moment;
    }
    return false;
  }

  /**
   * Whether harm that is due may happen: only once the provider was asked since, or did not answer
   * for too long.
   */
  boolean harms(Instant due) {
    if (!reached(due)) {
      return false;
    }
    if (checkedAt != null && !checkedAt.isBefore(due)) {
      return true;
    }
    if (reached(due.plus(patience))) {
      return true;
    }
    checkDue = true;
    return false;
  }

  boolean isCheckDue() {
    return checkDue;
  }

  /** The next moment at which an answer differs; now if a check is due; null if none ever does. */
  @Nullable Instant changesAt() {
    return checkDue ? now : next;
  }

  /** The earlier of two moments, null for never. */
  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
