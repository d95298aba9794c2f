package com.truevault.peer;

import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.TunnelAddress;

/**
 * Who the probe is on every server: a peer like a device, with an address that no device gets.
 *
 * @param privateKey 44 characters of base64; a secret
 */
public record ProbeKey(
    String privateKey, PublicKey publicKey, PresharedKey presharedKey, TunnelAddress address) {

  Peer peer() {
    return new Peer(publicKey, presharedKey, address.allowedIps());
  }

  @Override
  public String toString() {
    return "ProbeKey[" + publicKey + "]";
  }
}
