package com.truevault.agent;

import com.truevault.peer.ListVersion;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is really there on a server, as its agent read it back from the kernel.
 *
 * @param software the agent's version
 * @param applied the version in force; null before the first
 * @param appliedAt when it was last applied; null before the first
 * @param refusal what the agent refuses at the moment; null if nothing
 * @param sightings peers whose counters or handshakes changed since the last report that arrived
 */
public record AgentReport(
    String software,
    @Nullable ListVersion applied,
    @Nullable Instant appliedAt,
    Presence presence,
    Node node,
    @Nullable Refusal refusal,
    List<PeerSighting> sightings) {

  /** Copies the sightings. */
  public AgentReport {
    sightings = List.copyOf(sightings);
  }

  /**
   * How list and kernel compare.
   *
   * @param wanted how many peers the list in force has
   * @param present how many of them the kernel has
   * @param unexpected how many others the kernel has
   * @param missing of the wanted ones that are not there, at most 100
   * @param strangers of the unexpected ones, at most 100
   */
  public record Presence(
      int wanted, int present, int unexpected, List<PublicKey> missing, List<PublicKey> strangers) {
    /** The most keys that are named. */
    public static final int MOST_NAMED = 100;

    /** Copies the keys. */
    public Presence {
      missing = List.copyOf(missing);
      strangers = List.copyOf(strangers);
    }
  }

  /**
   * The machine.
   *
   * @param publicKey of the interface; null if there is no interface or it has no key
   * @param port where it listens; 0 if it does not
   * @param freeBytes on the disk that keeps the list; -1 if unknown
   * @param clockSkew of the agent's clock, from the panel's; positive if the agent's is ahead
   */
  public record Node(@Nullable PublicKey publicKey, int port, long freeBytes, Duration clockSkew) {}
}
