package com.truevault.health;

import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.Map;

/** Tells when agents last reported. */
@FunctionalInterface
public interface AgentPulse {
  /** The last report of every agent that ever reported, by the panel's clock. */
  Map<ServerKey, Instant> lastReports();
}
