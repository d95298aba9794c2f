package com.truevault.agent;

import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.List;

/** What becomes of the peers that agents saw. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface SightingSink {

  /**
   * Takes the sightings of one report; taking them again changes nothing.
   *
   * @param at when the report was received, by the panel's clock
   * @param sightings of any peers, known or not
   */
  void seen(ServerKey server, Instant at, List<PeerSighting> sightings);
}
