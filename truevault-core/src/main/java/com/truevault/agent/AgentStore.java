package com.truevault.agent;

import com.truevault.secret.TokenHash;
import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Agents, and what they last reported. */
public interface AgentStore {

  /** The agent of a server. */
  Optional<Agent> find(ServerKey server);

  /** The agent whose newest or previous credential has that hash. */
  Optional<Agent> findByCredential(TokenHash credential);

  /** Adds or replaces the agent of a server. */
  void put(Agent agent);

  /** Removes the agent of a server with its report; false if there was none. */
  boolean remove(ServerKey server);

  /**
   * Uses an enrolment token up, and forgets those that expired before.
   *
   * @param now what expired earlier may be forgotten
   * @return false if it was used already
   */
  boolean useEnrolment(String tokenId, Instant expiresAt, Instant now);

  /** Replaces what the agent of a server last reported. */
  void put(ReceivedReport report);

  /** What the agent of a server last reported, without sightings. */
  Optional<ReceivedReport> findReport(ServerKey server);

  /** The last report of every agent that ever reported, without sightings. */
  List<ReceivedReport> reports();
}
