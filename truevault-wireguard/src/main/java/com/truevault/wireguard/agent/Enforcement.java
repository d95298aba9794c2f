package com.truevault.wireguard.agent;

import com.truevault.agent.AgentReport.Presence;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.list.Reading;
import com.truevault.wireguard.list.UnparsablePeer;
import com.truevault.wireguard.network.Difference;
import com.truevault.wireguard.network.InterfaceState;
import com.truevault.wireguard.network.KernelPeer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a list means for an interface: who has to be there, and who may be removed. */
final class Enforcement {
  private final Reading.Complete reading;
  private final Departures departures;
  private final Set<PublicKey> wanted = new HashSet<>();
  private final Set<PublicKey> heldKeys = new HashSet<>();
  private final Set<String> heldAddresses = new HashSet<>();
  private boolean holdsAll;

  Enforcement(Reading.Complete reading, Departures departures) {
    this.reading = reading;
    this.departures = departures;
    reading.list().peers().forEach(peer -> wanted.add(peer.publicKey()));
    reading.unparsable().forEach(this::hold);
  }

  /** What an entry that makes no sense may have meant is not taken from anybody. */
  private void hold(UnparsablePeer entry) {
    holdsAll |= entry.couldBeAnyone();
    PublicKey key = entry.publicKey();
    if (key != null) {
      heldKeys.add(key);
    }
    entry.allowedIps().forEach(ip -> heldAddresses.add(ip.text()));
  }

  Difference difference(InterfaceState state) {
    return Difference.between(reading.list().peers(), state, this::mayGo);
  }

  private boolean mayGo(KernelPeer peer) {
    boolean isHeld =
        holdsAll
            || heldKeys.contains(peer.publicKey())
            || peer.allowedIps().stream().anyMatch(heldAddresses::contains);
    return !isHeld && (departures.contains(peer.publicKey()) || reading.list().removesForeign());
  }

  Set<PublicKey> wanted() {
    return wanted;
  }

  Presence presence(InterfaceState state) {
    List<PublicKey> missing = new ArrayList<>();
    int present = 0;
    for (Peer peer : reading.list().peers()) {
      if (state.has(peer)) {
        present++;
      } else if (missing.size() < Presence.MOST_NAMED) {
        missing.add(peer.publicKey());
      }
    }
    List<PublicKey> strangers =
        state.peers().keySet().stream().filter(key -> !wanted.contains(key)).toList();
    return new Presence(
        reading.list().peers().size(),
        present,
        strangers.size(),
        missing,
        strangers.subList(0, Math.min(strangers.size(), Presence.MOST_NAMED)));
  }
}
