package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.truevault.wireguard.PublicKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Begins handshakes with one server. Immutable; safe for use by many threads. */
public final class Initiator {
  private static final byte[] PROLOGUE = "WireGuard v1 zx2c4 Jason@zx2c4.com".getBytes(US_ASCII);

  private final KeyPair self;
  private final byte[] presharedKey;
  private final byte[] server;
  private final Timestamps timestamps;
  private final SecureRandom random;
  private final MacKeys macKeys;

  /**
   * One that is {@code self} to a server.
   *
   * @param presharedKey 32 bytes
   * @param timestamps the only ones that are used for {@code self} anywhere
   */
  public Initiator(
      KeyPair self,
      byte[] presharedKey,
      PublicKey server,
      Timestamps timestamps,
      SecureRandom random) {
    this.self = self;
    this.presharedKey = presharedKey.clone();
    this.server = server.bytes();
    this.timestamps = timestamps;
    this.random = random;
    this.macKeys = new MacKeys(self.publicKey(), this.server);
  }

  /**
   * A new handshake with keys and timestamp of its own; null if the server's public key is one of
   * the few with which nothing is secret.
   *
   * @param cookie what the server last asked to see; null if it did not
   */
  public @Nullable Initiation initiate(@Nullable Cookie cookie) {
    InitiatorPattern pattern =
        new InitiatorPattern(self, KeyPair.generate(random), server, presharedKey, PROLOGUE);
    byte[] opening = pattern.open(timestamps.next());
    if (opening == null) {
      return null;
    }
    int index = random.nextInt();
    ByteBuffer message =
        ByteBuffer.allocate(Initiation.LENGTH)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Initiation.TYPE)
            .putInt(index)
            .put(opening);
    byte[] mac1 = macKeys.mark(message.array(), message.position());
    message.put(mac1);
    if (cookie != null) {
      message.put(cookie.mark(message.array(), message.position()));
    }
    return new Initiation(message.array(), index, mac1, pattern, macKeys);
  }
}
