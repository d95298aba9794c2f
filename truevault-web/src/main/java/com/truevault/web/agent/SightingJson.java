package com.truevault.web.agent;

import com.truevault.agent.PeerSighting;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an interface counted for one peer.
 *
 * @param handshakeSeconds how long ago the last handshake was; null if there was none
 */
public record SightingJson(
    String publicKey, @Nullable Long handshakeSeconds, long receivedBytes, long sentBytes) {

  /** Refuses what no interface counts. */
  public SightingJson {
    if (receivedBytes < 0 || sentBytes < 0 || (handshakeSeconds != null && handshakeSeconds < 0)) {
      throw new IllegalArgumentException("counts below 0");
    }
  }

  PeerSighting sighting() {
    return new PeerSighting(
        new PublicKey(publicKey),
        handshakeSeconds == null ? null : Duration.ofSeconds(handshakeSeconds),
        receivedBytes,
        sentBytes);
  }
}
