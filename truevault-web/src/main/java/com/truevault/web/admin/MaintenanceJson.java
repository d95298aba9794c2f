package com.truevault.web.admin;

import com.truevault.health.MaintenanceWindow;
import java.time.Instant;

/** Maintenance that is on or to come. */
public record MaintenanceJson(
    String id, String serverKey, Instant startsAt, Instant endsAt, String note) {
  static MaintenanceJson from(MaintenanceWindow window) {
    return new MaintenanceJson(
        window.id(), window.server().value(), window.start(), window.end(), window.note());
  }
}
