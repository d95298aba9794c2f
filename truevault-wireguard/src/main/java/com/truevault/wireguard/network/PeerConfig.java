package com.truevault.wireguard.network;

import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import java.util.Collection;
import java.util.stream.Collectors;

/** Peers as {@code wg addconf} reads them. */
final class PeerConfig {
  /** Thirty-two zero bytes, which the kernel takes for no secret. */
  private static final String NO_SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private PeerConfig() {}

  static String text(Collection<Peer> peers) {
    StringBuilder text = new StringBuilder(peers.size() * 200);
    for (Peer peer : peers) {
      PresharedKey secret = peer.presharedKey();
      text.append("[Peer]\nPublicKey = ").append(peer.publicKey().base64());
      text.append("\nPresharedKey = ").append(secret == null ? NO_SECRET : secret.base64());
      text.append("\nAllowedIPs = ");
      text.append(
          peer.allowedIps().stream().map(AllowedIp::text).collect(Collectors.joining(", ")));
      text.append('\n');
    }
    return text.toString();
  }
}
