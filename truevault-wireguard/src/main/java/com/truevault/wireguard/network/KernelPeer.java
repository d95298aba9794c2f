package com.truevault.wireguard.network;

import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One peer as the interface has it. Where it is, is left out.
 *
 * @param presharedKey null if there is none
 * @param allowedIps single addresses as {@link AllowedIp} writes them; whole networks, which no
 *     list has, as they are
 * @param handshake when the last one was, in seconds since 1970; 0 if there was none
 * @param receivedBytes from the peer since it was added
 * @param sentBytes to the peer, alike
 */
public record KernelPeer(
    PublicKey publicKey,
    @Nullable PresharedKey presharedKey,
    List<String> allowedIps,
    long handshake,
    long receivedBytes,
    long sentBytes) {

  /** Copies the addresses. */
  public KernelPeer {
    allowedIps = List.copyOf(allowedIps);
  }

  /** Whether nothing has to be done to make it so. */
  boolean is(Peer wanted) {
    return Objects.equals(presharedKey, wanted.presharedKey())
        && allowedIps.size() == wanted.allowedIps().size()
        && wanted.allowedIps().stream().allMatch(ip -> allowedIps.contains(ip.text()));
  }
}
