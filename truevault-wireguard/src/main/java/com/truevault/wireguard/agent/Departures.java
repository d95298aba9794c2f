package com.truevault.wireguard.agent;

import com.truevault.peer.PeerList;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of peers that were on a list and are no more. It tells peers that must go from peers
 * that nobody here ever knew, after any crash, and catches shrinkage that comes drop by drop.
 * Immutable.
 */
final class Departures {
  static final Departures NONE = new Departures(List.of());
  static final Duration KEPT = Duration.ofDays(90);
  static final int MOST = 50_000;

  private static final Duration RECENT = Duration.ofHours(1);

  private final Map<PublicKey, Departure> byKey = new LinkedHashMap<>();

  Departures(Collection<Departure> all) {
    all.forEach(departure -> byKey.put(departure.publicKey(), departure));
  }

  /** Oldest first. */
  List<Departure> all() {
    return List.copyOf(byKey.values());
  }

  boolean contains(PublicKey key) {
    return byKey.containsKey(key);
  }

  /** Those of the last hour that no administrator's word covers. */
  List<Departure> recent(Instant now) {
    return byKey.values().stream()
        .filter(departure -> !departure.isConfirmed())
        .filter(departure -> departure.at().isAfter(now.minus(RECENT)))
        .toList();
  }

  /** The ledger once a list follows another. */
  Departures after(@Nullable PeerList before, PeerList next, boolean isConfirmed, Instant now) {
    Map<PublicKey, Departure> ledger = new LinkedHashMap<>();
    for (Departure departure : byKey.values()) {
      // A clock that was set back must not keep a departure recent for days.
      Instant at = departure.at().isAfter(now) ? now : departure.at();
      if (at.isAfter(now.minus(KEPT))) {
        boolean covered = departure.isConfirmed() || isConfirmed;
        ledger.put(
            departure.publicKey(),
            new Departure(departure.publicKey(), departure.address(), at, covered));
      }
    }
    if (before != null) {
      for (Peer peer : before.peers()) {
        String address = peer.allowedIps().get(0).text();
        ledger.put(peer.publicKey(), new Departure(peer.publicKey(), address, now, isConfirmed));
      }
    }
    next.peers().forEach(peer -> ledger.remove(peer.publicKey()));
    List<Departure> newest = new ArrayList<>(ledger.values());
    return new Departures(newest.subList(Math.max(0, newest.size() - MOST), newest.size()));
  }
}
