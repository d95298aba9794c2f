package com.truevault.server;

import java.time.Instant;
import java.util.Map;

/** Tells which servers customers should not be sent to. */
@FunctionalInterface
public interface Troubles {
  /** Nothing is known to be wrong. */
  Troubles NONE = Map::of;

  /** The servers that are in trouble at this moment, each with since when. */
  Map<ServerKey, Instant> current();
}
