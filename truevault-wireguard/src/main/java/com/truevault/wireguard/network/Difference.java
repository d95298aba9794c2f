package com.truevault.wireguard.network;

import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What has to change on an interface.
 *
 * @param set peers that are missing, or have another secret or other addresses
 * @param remove peers that must go
 */
public record Difference(List<Peer> set, List<PublicKey> remove) {

  /** Copies both. */
  public Difference {
    set = List.copyOf(set);
    remove = List.copyOf(remove);
  }

  /**
   * Compares.
   *
   * @param mayGo which of the peers that are not wanted are removed
   */
  public static Difference between(
      Collection<Peer> wanted, InterfaceState kernel, Predicate<KernelPeer> mayGo) {
    Set<PublicKey> keys = new HashSet<>();
    List<Peer> set = new ArrayList<>();
    for (Peer peer : wanted) {
      keys.add(peer.publicKey());
      if (!kernel.has(peer)) {
        set.add(peer);
      }
    }
    List<PublicKey> remove =
        kernel.peers().values().stream()
            .filter(peer -> !keys.contains(peer.publicKey()))
            .filter(mayGo)
            .map(KernelPeer::publicKey)
            .toList();
    return new Difference(set, remove);
  }

  /** Whether nothing has to change. */
  public boolean isEmpty() {
    return set.isEmpty() && remove.isEmpty();
  }
}
