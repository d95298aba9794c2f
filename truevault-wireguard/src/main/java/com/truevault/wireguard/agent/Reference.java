package com.truevault.wireguard.agent;

import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.list.Reading;
import com.truevault.wireguard.list.UnparsablePeer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a new list is held against.
 *
 * @param newest the newest version that was ever accepted; null before the first
 * @param inForce the list that is applied; null before the first
 */
record Reference(@Nullable ListVersion newest, @Nullable PeerList inForce, Departures departures) {
  private static final int FEW = 5;
  private static final int ONE_IN = 10;

  /**
   * How many would be gone.
   *
   * @param gone of the list in force and of those that left within the last hour
   * @param of how many these are
   */
  record Loss(int gone, int of) {
    boolean isSudden() {
      return gone > FEW && gone * ONE_IN > of;
    }
  }

  /** Who counts is the customer's address: a key that was replaced is no loss. */
  Loss loss(Reading.Complete next, Instant now) {
    Map<String, PublicKey> before = new HashMap<>();
    departures.recent(now).forEach(gone -> before.put(gone.address(), gone.publicKey()));
    if (inForce != null) {
      for (Peer peer : inForce.peers()) {
        before.put(peer.allowedIps().get(0).text(), peer.publicKey());
      }
    }
    Set<String> addresses = new HashSet<>();
    next.list().peers().forEach(peer -> peer.allowedIps().forEach(ip -> addresses.add(ip.text())));
    next.unparsable().forEach(peer -> peer.allowedIps().forEach(ip -> addresses.add(ip.text())));
    Set<PublicKey> held =
        next.unparsable().stream()
            .map(UnparsablePeer::publicKey)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    long gone =
        before.entrySet().stream()
            .filter(entry -> !addresses.contains(entry.getKey()))
            .filter(entry -> !held.contains(entry.getValue()))
            .count();
    long anybody = next.unparsable().stream().filter(UnparsablePeer::couldBeAnyone).count();
    return new Loss((int) Math.max(0, gone - anybody), before.size());
  }
}
