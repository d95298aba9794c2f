package com.truevault.wireguard.network;

import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel knows of an interface.
 *
 * @param publicKey null if the interface has no key yet
 * @param port where it listens; 0 if it does not
 * @param peers by their keys
 */
public record InterfaceState(
    @Nullable PublicKey publicKey, int port, Map<PublicKey, KernelPeer> peers) {

  /** An interface that was not read yet. */
  public static final InterfaceState UNKNOWN = new InterfaceState(null, 0, Map.of());

  /** Copies the peers, in their order. */
  public InterfaceState {
    peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
  }

  /** Whether the peer is there, with the same secret and addresses. */
  public boolean has(Peer wanted) {
    KernelPeer present = peers.get(wanted.publicKey());
    return present != null && present.is(wanted);
  }
}
