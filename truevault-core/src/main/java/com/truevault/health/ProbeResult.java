package com.truevault.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found.
 *
 * @param roundTrip from the handshake that was answered to its answer, in nanoseconds; null unless
 *     the server shook hands
 * @param detail for administrators: what was seen and what to look at; no secret
 */
public record ProbeResult(HealthKind kind, @Nullable Duration roundTrip, String detail) {}
