package com.truevault.web.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance to be planned.
 *
 * @param endsAt at most 14 days after the start
 * @param note for everybody to read; null for none
 */
public record NewMaintenanceJson(Instant startsAt, Instant endsAt, @Nullable String note) {}
