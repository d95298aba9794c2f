package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Planned maintenance, past and to come. */
public interface MaintenanceWindowStore {

  /** Adds a window. */
  void add(MaintenanceWindow window);

  /** The window of that id. */
  Optional<MaintenanceWindow> find(String id);

  /** Replaces a window; false if there is none of its id. */
  boolean update(MaintenanceWindow window);

  /** Removes a window; false if there is none of that id. */
  boolean remove(String id);

  /** The windows of all servers that are not over at that moment, by their start. */
  List<MaintenanceWindow> endingAfter(Instant at);

  /** The windows of a server that are on at any time in that span, by their start. */
  List<MaintenanceWindow> during(ServerKey server, Instant from, Instant end);
}
