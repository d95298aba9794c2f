package com.truevault.wireguard.probe;

import com.truevault.health.Probe;
import com.truevault.health.ProbeIdentity;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.noise.Initiator;
import com.truevault.wireguard.noise.KeyPair;
import com.truevault.wireguard.noise.Timestamps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Probes by a WireGuard handshake and a packet through the tunnel. A call of {@link #probe} works
 * in the calling thread alone, however many servers it is given; calls may overlap. A server that
 * is probed twice within 20 ms may leave the second one unanswered at first.
 *
 * <p>Every probe of one identity has to go through one of these, and through clocks in step if
 * there are several machines: servers are silent to timestamps that do not rise.
 */
public final class HandshakeProbe implements Probe {
  private final ProbeIdentity identity;
  private final KeyPair self;
  private final byte[] presharedKey;
  private final Timestamps timestamps;
  private final LongSupplier nanos;
  private final SecureRandom random;
  private final Pace pace;

  /**
   * A probe of that identity.
   *
   * @param clock for the timestamps of handshakes
   * @param nanos a ticker in nanoseconds for round trips and pauses
   * @throws IllegalArgumentException if the preshared key has not 32 bytes
   */
  public HandshakeProbe(
      ProbeIdentity identity,
      InstantSource clock,
      LongSupplier nanos,
      SecureRandom random,
      Pace pace) {
    this.identity = identity;
    this.self = KeyPair.of(identity.privateKeyBytes());
    this.presharedKey = Base64.getDecoder().decode(identity.presharedKey().base64());
    this.timestamps = new Timestamps(clock);
    this.nanos = nanos;
    this.random = random;
    this.pace = pace;
    if (presharedKey.length != KeyPair.LENGTH) {
      throw new IllegalArgumentException(
          "the probe's preshared key must have 32 bytes: it has " + presharedKey.length);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if this machine has no sockets left
   */
  @Override
  public Map<ServerKey, ProbeResult> probe(List<ProbeTarget> targets) {
    requireDistinct(targets);
    try (Selector selector = Selector.open()) {
      return new Run(
              selector, targets.iterator(), target -> call(target, selector), pace.atOnce(), nanos)
          .toItsEnd();
    } catch (IOException e) {
      throw new UncheckedIOException("the probe cannot wait for answers: " + e.getMessage(), e);
    }
  }

  private Call call(ProbeTarget target, Selector selector) {
    return Call.open(
        target,
        new Conversation(
            new Initiator(self, presharedKey, target.publicKey(), timestamps, random),
            new Knock(identity.innerAddress(), target.innerAddress(), random),
            new Findings(target),
            pace.pause()),
        selector);
  }

  private static void requireDistinct(List<ProbeTarget> targets) {
    Set<ServerKey> servers = new HashSet<>();
    for (ProbeTarget target : targets) {
      if (!servers.add(target.server())) {
        throw new IllegalArgumentException("server is named twice: " + target.server());
      }
    }
  }
}
