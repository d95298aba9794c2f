package com.truevault.wireguard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server's interface knows of one device: its key, the secret they share, and the addresses
 * it may use.
 *
 * @param presharedKey null if there is none
 * @param allowedIps never empty
 */
public record Peer(
    PublicKey publicKey, @Nullable PresharedKey presharedKey, List<AllowedIp> allowedIps) {

  /** Copies the addresses. */
  public Peer {
    allowedIps = List.copyOf(allowedIps);
    if (allowedIps.isEmpty()) {
      throw new IllegalArgumentException("peer " + publicKey + " has no allowed IP");
    }
  }
}
