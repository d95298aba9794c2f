package com.truevault.health;

import java.time.Instant;

/**
 * The checks of one server in one hour.
 *
 * @param start the full hour, UTC
 */
public record HealthHour(Instant start, Tally tally) {}
