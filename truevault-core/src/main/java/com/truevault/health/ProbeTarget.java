package com.truevault.health;

import com.truevault.server.ServerKey;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;

/**
 * A server to be probed.
 *
 * @param endpoint where it listens
 * @param publicKey which it must prove to have
 * @param innerAddress its own IPv4 address inside the tunnel, such as {@code 10.8.0.1}
 */
public record ProbeTarget(
    ServerKey server, Endpoint endpoint, PublicKey publicKey, String innerAddress) {

  /**
   * Checks the inner address.
   *
   * @throws IllegalArgumentException if it is no IPv4 address
   */
  public ProbeTarget {
    ProbeIdentity.requireIpv4(innerAddress);
  }
}
