package com.truevault.peer;

import com.truevault.entitlement.Entitlement;
import com.truevault.server.Server;
import com.truevault.wireguard.Peer;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who may connect, with all that is switched on.
 *
 * @param entitlement one that allows to connect
 * @param peers not empty
 */
record Member(Entitlement entitlement, List<Peer> peers) {

  boolean mayUse(Server server) {
    return server.isVisibleTo(entitlement);
  }

  boolean isDue(Instant now) {
    Instant changesAt = entitlement.changesAt();
    return changesAt != null && !changesAt.isAfter(now);
  }

  boolean givesTheSameAs(Member other) {
    return peers.equals(other.peers)
        && entitlement.seesVipServers() == other.entitlement.seesVipServers()
        && java.util.Objects.equals(entitlement.provenEmail(), other.entitlement.provenEmail());
  }
}
