package com.truevault.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Servers. They are never removed: one that is no longer offered is inactive. */
public interface ServerStore {

  /**
   * Adds a server.
   *
   * @throws ServerKeyTakenException if another has its key
   */
  void add(Server server, Instant at);

  /** The server of that key. */
  Optional<Server> find(ServerKey key);

  /** All servers by display order, then age. */
  List<Server> all();

  /** Replaces a server; false if there is none of its key. */
  boolean update(Server server, Instant at);

  /**
   * Replaces what probes found out, and nothing else; false if there is no server of that key.
   *
   * @param lastPing when a probe last reached it; null if none has
   */
  boolean updateReach(ServerKey key, boolean online, @Nullable Instant lastPing);
}
