package com.truevault.peer;

import com.truevault.server.ServerKey;
import com.truevault.wireguard.Peer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may connect to one server. A list is whole: who is not on it may not connect.
 *
 * @param expiresAt not to be accepted from then on; one that was accepted before stays in force
 * @param removesForeign whether peers that nobody here knows are removed from the interface
 * @param confirmed null unless an administrator confirmed a sudden shrinkage
 * @param peers ordered by public key, the probe among them
 */
public record PeerList(
    ServerKey server,
    ListVersion version,
    Instant issuedAt,
    Instant expiresAt,
    InterfacePlan plan,
    boolean removesForeign,
    @Nullable Shrinkage confirmed,
    List<Peer> peers) {

  /** Copies the peers. */
  public PeerList {
    peers = List.copyOf(peers);
  }

  @Override
  public String toString() {
    return "PeerList[" + server + " " + version + ", " + peers.size() + " peers]";
  }
}
