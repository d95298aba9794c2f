package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.List;

/** Alarms, open and over. */
public interface AlarmStore {

  /** Adds an open alarm; false, and nothing is added, if one of its server and kind is open. */
  boolean raise(Alarm alarm);

  /** Ends the open alarm of that server and kind; false if there is none. */
  boolean clear(ServerKey server, AlarmKind kind, Instant at);

  /** Those that are open, oldest first. */
  List<Alarm> open();

  /** The last alarms of a server, newest first. */
  List<Alarm> recent(ServerKey server, int limit);

  /** The alarms of a server that were open at any time in that span, oldest first. */
  List<Alarm> during(ServerKey server, Instant from, Instant end);

  /** Removes those that were over before. */
  void forget(Instant before);
}
