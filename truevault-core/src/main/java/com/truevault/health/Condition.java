package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a server has been doing of late.
 *
 * @param failures how many checks in a row failed up to the last one
 * @param checkedAt when it was last checked
 * @param offlineSince the first of these failures once there were {@link #FAILURES}; else null
 */
public record Condition(
    ServerKey server, int failures, Instant checkedAt, @Nullable Instant offlineSince) {
  /** How many failures in a row make a server count as offline; one alone turns nothing. */
  public static final int FAILURES = 2;

  /** The condition after a first check. */
  public static Condition first(HealthCheck check) {
    return new Condition(check.server(), check.online() ? 0 : 1, check.at(), null);
  }

  /** The condition after one more check. */
  public Condition after(HealthCheck check) {
    if (check.online()) {
      return first(check);
    }
    Instant since = offlineSince;
    if (since == null && failures + 1 >= FAILURES) {
      since = checkedAt;
    }
    return new Condition(server, failures + 1, check.at(), since);
  }

  /** Whether it counts as offline. */
  public boolean isOffline() {
    return offlineSince != null;
  }
}
