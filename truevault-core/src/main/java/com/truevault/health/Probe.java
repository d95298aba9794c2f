package com.truevault.health;

import com.truevault.server.ServerKey;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether servers serve, by connecting as a customer's device would. Safe for use by many
 * threads.
 */
public interface Probe {
  /**
   * Probes all of them and waits for the last result, a few seconds for a few and at most a minute
   * for a thousand. What a server does or fails to do is a result and never an exception.
   *
   * <p>An interrupted thread gets its results early: servers that had not answered by then are
   * missing, and the thread stays interrupted.
   *
   * @param targets no server twice; may be empty
   * @return one result for each target
   * @throws IllegalArgumentException if a server is named twice
   */
  Map<ServerKey, ProbeResult> probe(List<ProbeTarget> targets);
}
