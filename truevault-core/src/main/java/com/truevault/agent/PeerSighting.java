package com.truevault.agent;

import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an interface counted for one peer. Where the peer is, is never said.
 *
 * @param handshakeAge how long ago the last handshake was, in whole seconds; null if there was none
 * @param receivedBytes from the peer since the interface was made; starts again at 0 when it is
 *     made anew
 * @param sentBytes to the peer, alike
 */
public record PeerSighting(
    PublicKey publicKey, @Nullable Duration handshakeAge, long receivedBytes, long sentBytes) {}
