package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a server found.
 *
 * @param roundTrip kept in whole milliseconds; null unless the server shook hands
 * @param detail at most 1,000 characters; longer ones are cut
 * @param planned whether maintenance was planned for that moment; it counts for nothing then
 */
public record HealthCheck(
    ServerKey server,
    Instant at,
    HealthKind kind,
    @Nullable Duration roundTrip,
    String detail,
    boolean planned) {
  private static final int LONGEST = 1000;

  /** Cuts what is too long or too fine to be kept. */
  public HealthCheck {
    detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail;
    roundTrip = roundTrip == null ? null : Duration.ofMillis(roundTrip.toMillis());
  }

  /** Whether customers can use the server: an agent that is silent keeps nobody from it. */
  public boolean online() {
    return kind == HealthKind.UP || kind == HealthKind.AGENT_SILENT;
  }
}
