package com.truevault.web.admin;

import com.truevault.health.HealthCheck;
import com.truevault.health.HealthKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a server found.
 *
 * @param roundTripMs null unless the server shook hands
 * @param planned whether maintenance was planned for that moment
 */
public record CheckJson(
    Instant at,
    HealthKind kind,
    boolean isOnline,
    @Nullable Long roundTripMs,
    String detail,
    boolean planned) {
  static CheckJson from(HealthCheck check) {
    Duration trip = check.roundTrip();
    return new CheckJson(
        check.at(),
        check.kind(),
        check.online(),
        trip == null ? null : trip.toMillis(),
        check.detail(),
        check.planned());
  }
}
