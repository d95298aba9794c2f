package com.truevault.wireguard.probe;

import com.truevault.health.ProbeIdentity;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.noise.Initiator;
import com.truevault.wireguard.noise.KeyPair;
import com.truevault.wireguard.noise.Responder;
import com.truevault.wireguard.noise.Timestamps;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/** A probe and a server that know each other, with fresh keys. */
public final class Parties {
  /** The server's address in the tunnel. */
  public static final String SERVER = "10.8.0.1";

  /** The probe's. */
  public static final String PROBE = "10.11.255.254";

  private final SecureRandom random = new SecureRandom();
  private final byte[] probeKey = random.generateSeed(KeyPair.LENGTH);
  private final byte[] serverKey = random.generateSeed(KeyPair.LENGTH);
  private final byte[] presharedKey = random.generateSeed(KeyPair.LENGTH);

  /** A probe with all of its keys. */
  public HandshakeProbe probe(Pace pace) {
    return probe(presharedKey, pace);
  }

  /** A probe with a preshared key of its own. */
  public HandshakeProbe probe(byte[] otherPresharedKey, Pace pace) {
    return new HandshakeProbe(
        new ProbeIdentity(base64(probeKey), new PresharedKey(base64(otherPresharedKey)), PROBE),
        InstantSource.system(),
        System::nanoTime,
        random,
        pace);
  }

  /** The server's side, each time one that has met nobody yet. */
  public Responder responder() {
    return new Responder(serverKey, presharedKey, KeyPair.of(probeKey).publicKey());
  }

  /** The probe's side of a conversation with that server. */
  Conversation conversation(Responder server, ProbeTarget target, Duration pause) {
    return new Conversation(
        new Initiator(
            KeyPair.of(probeKey),
            presharedKey,
            new PublicKey(base64(server.publicKey())),
            new Timestamps(InstantSource.system()),
            random),
        new Knock(PROBE, SERVER, random),
        new Findings(target),
        pause);
  }

  /** The server somewhere. */
  public ProbeTarget target(String key, Endpoint endpoint) {
    return new ProbeTarget(
        new ServerKey(key), endpoint, new PublicKey(base64(responder().publicKey())), SERVER);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
