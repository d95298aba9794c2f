package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Instant;

/**
 * When a server is going to be worked on.
 *
 * @param id what URLs call it
 * @param end after the start; the window is over from then on
 * @param note for everybody to read; may be empty
 */
public record MaintenanceWindow(
    String id, ServerKey server, Instant start, Instant end, String note) {

  /** Whether it is on at that moment. */
  public boolean covers(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  MaintenanceWindow endingAt(Instant at) {
    return new MaintenanceWindow(id, server, start, at, note);
  }
}
