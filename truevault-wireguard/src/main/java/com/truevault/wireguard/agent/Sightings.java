package com.truevault.wireguard.agent;

import com.truevault.agent.PeerSighting;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.network.InterfaceState;
import com.truevault.wireguard.network.KernelPeer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers which counters the panel has, so that only those that changed are sent. */
final class Sightings {
  static final int MOST = 10_000;

  private final Map<PublicKey, Counters> acknowledged = new HashMap<>();
  private final Map<PublicKey, Counters> farewells = new LinkedHashMap<>();

  /**
   * What was counted for a peer.
   *
   * @param handshake in seconds since 1970; 0 if none
   */
  record Counters(long handshake, long receivedBytes, long sentBytes) {
    private static Counters of(KernelPeer peer) {
      return new Counters(peer.handshake(), peer.receivedBytes(), peer.sentBytes());
    }

    private boolean isNothing() {
      return handshake == 0 && receivedBytes == 0 && sentBytes == 0;
    }
  }

  /** Keeps the last counters of peers that are about to be removed. */
  void partWith(Collection<PublicKey> removed, InterfaceState state) {
    for (PublicKey key : removed) {
      KernelPeer peer = state.peers().get(key);
      if (peer != null && farewells.size() < MOST) {
        farewells.put(key, Counters.of(peer));
      }
    }
  }

  /** What the panel does not know yet. */
  Map<PublicKey, Counters> changed(InterfaceState state, Collection<PublicKey> known) {
    Map<PublicKey, Counters> changed = new LinkedHashMap<>();
    farewells.forEach((key, counters) -> addIfChanged(changed, key, counters));
    for (PublicKey key : known) {
      KernelPeer peer = state.peers().get(key);
      // Of who is back already, the panel hears what was counted before first.
      if (peer != null && !changed.containsKey(key)) {
        addIfChanged(changed, key, Counters.of(peer));
      }
    }
    return changed;
  }

  private void addIfChanged(Map<PublicKey, Counters> changed, PublicKey key, Counters counters) {
    Counters before = acknowledged.get(key);
    boolean isNews = before == null ? !counters.isNothing() : !before.equals(counters);
    if (isNews && changed.size() < MOST) {
      changed.put(key, counters);
    }
  }

  /** Notes that the panel has these. */
  void acknowledge(Map<PublicKey, Counters> sent, InterfaceState state) {
    acknowledged.putAll(sent);
    sent.forEach(farewells::remove);
    acknowledged.keySet().retainAll(state.peers().keySet());
  }

  static List<PeerSighting> of(Map<PublicKey, Counters> counters, Instant now) {
    List<PeerSighting> sightings = new ArrayList<>(counters.size());
    counters.forEach(
        (key, counted) ->
            sightings.add(
                new PeerSighting(
                    key,
                    age(counted.handshake(), now),
                    counted.receivedBytes(),
                    counted.sentBytes())));
    return sightings;
  }

  private static @Nullable Duration age(long handshake, Instant now) {
    return handshake == 0
        ? null
        : Duration.ofSeconds(Math.max(0, now.getEpochSecond() - handshake));
  }
}
