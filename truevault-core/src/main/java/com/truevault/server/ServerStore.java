package com.truevault.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
}
