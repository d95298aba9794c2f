package com.truevault.peer;

import com.truevault.secret.TokenHash;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The peers that servers with one audience share.
 *
 * @param peers by public key
 * @param hash changes with them
 */
record Roll(List<Peer> peers, String hash) {
  private static final Comparator<Peer> BY_KEY =
      Comparator.comparing(peer -> peer.publicKey().base64());

  static Roll of(Stream<Peer> peers) {
    // A copy that is never copied again, so that all lists share it.
    List<Peer> sorted = List.copyOf(peers.sorted(BY_KEY).toList());
    return new Roll(sorted, hash(sorted));
  }

  private static String hash(List<Peer> peers) {
    StringBuilder text = new StringBuilder(peers.size() * 140);
    for (Peer peer : peers) {
      PresharedKey secret = peer.presharedKey();
      text.append(peer.publicKey().base64())
          .append(secret == null ? "" : secret.base64())
          .append(peer.allowedIps())
          .append('\n');
    }
    return TokenHash.of(text.toString()).value();
  }
}
