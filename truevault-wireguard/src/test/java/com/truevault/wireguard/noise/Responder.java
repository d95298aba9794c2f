package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of WireGuard, written from the protocol's description on the JDK's primitives,
 * so that it shares no mistake with the client's side. For use by one thread.
 */
public final class Responder {
  private static final byte[] NOTHING = {};

  private final Random random = new Random(7);
  private final byte[] privateKey;
  private final byte[] publicKey;
  private final byte[] presharedKey;
  private final byte[] client;
  private final byte[] cookie = new byte[16];
  private final Map<Integer, Tunnel> tunnels = new HashMap<>();
  private byte[] lastTimestamp = NOTHING;

  /** One that knows a single client. */
  public Responder(byte[] privateKey, byte[] presharedKey, byte[] client) {
    this.privateKey = privateKey;
    this.publicKey = PlainCiphers.publicKey(privateKey);
    this.presharedKey = presharedKey;
    this.client = client;
    random.nextBytes(cookie);
  }

  /** What its clients know it by. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Whether it is an initiation for this server, which its cookie reply needs as well. */
  public boolean isMarked(byte[] datagram) {
    return datagram.length == 148
        && littleEndian(datagram).getInt(0) == 1
        && Arrays.equals(
            Arrays.copyOfRange(datagram, 116, 132),
            PlainBlake2s.mac(macKey(publicKey), Arrays.copyOf(datagram, 116)));
  }

  /** Whether it was told the cookie. */
  public boolean showsCookie(byte[] initiation) {
    return Arrays.equals(
        Arrays.copyOfRange(initiation, 132, 148),
        PlainBlake2s.mac(cookie, Arrays.copyOf(initiation, 132)));
  }

  /** Asks for its cookie. */
  public byte[] cookieReply(byte[] initiation) {
    byte[] nonce = new byte[24];
    random.nextBytes(nonce);
    byte[] key = PlainBlake2s.hash("cookie--".getBytes(US_ASCII), publicKey);
    byte[] mac1 = Arrays.copyOfRange(initiation, 116, 132);
    return ByteBuffer.allocate(64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(3)
        .put(initiation, 4, 4)
        .put(nonce)
        .put(PlainCiphers.sealExtended(key, nonce, cookie, mac1))
        .array();
  }

  /** The response; null if WireGuard would be silent. */
  public byte @Nullable [] respond(byte[] initiation) {
    if (!isMarked(initiation)) {
      return null;
    }
    byte[] theirEphemeral = Arrays.copyOfRange(initiation, 8, 40);
    byte[] ck = PlainBlake2s.hash("Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s".getBytes(US_ASCII));
    byte[] h = PlainBlake2s.hash(ck, "WireGuard v1 zx2c4 Jason@zx2c4.com".getBytes(US_ASCII));
    h = PlainBlake2s.hash(h, publicKey);
    h = PlainBlake2s.hash(h, theirEphemeral);
    ck = PlainBlake2s.key(1, ck, theirEphemeral);
    byte[] es = PlainCiphers.agree(privateKey, theirEphemeral);
    byte[] sealedKey = Arrays.copyOfRange(initiation, 40, 88);
    byte[] theirKey = PlainCiphers.open(PlainBlake2s.key(2, ck, es), 0, sealedKey, h);
    if (theirKey == null || !Arrays.equals(theirKey, client)) {
      return null;
    }
    ck = PlainBlake2s.key(1, ck, es);
    h = PlainBlake2s.hash(h, sealedKey);
    byte[] ss = PlainCiphers.agree(privateKey, client);
    byte[] sealedTime = Arrays.copyOfRange(initiation, 88, 116);
    byte[] timestamp = PlainCiphers.open(PlainBlake2s.key(2, ck, ss), 0, sealedTime, h);
    if (timestamp == null || Arrays.compareUnsigned(timestamp, lastTimestamp) <= 0) {
      return null;
    }
    lastTimestamp = timestamp;
    ck = PlainBlake2s.key(1, ck, ss);
    h = PlainBlake2s.hash(h, sealedTime);
    return response(ck, h, theirEphemeral, littleEndian(initiation).getInt(4));
  }

  private byte[] response(byte[] chainingKey, byte[] hash, byte[] theirEphemeral, int theirIndex) {
    byte[] ephemeral = new byte[32];
    random.nextBytes(ephemeral);
    byte[] open = PlainCiphers.publicKey(ephemeral);
    byte[] ck = PlainBlake2s.key(1, chainingKey, open);
    ck = PlainBlake2s.key(1, ck, PlainCiphers.agree(ephemeral, theirEphemeral));
    ck = PlainBlake2s.key(1, ck, PlainCiphers.agree(ephemeral, client));
    byte[] h = PlainBlake2s.hash(hash, open);
    h = PlainBlake2s.hash(h, PlainBlake2s.key(2, ck, presharedKey));
    byte[] key = PlainBlake2s.key(3, ck, presharedKey);
    ck = PlainBlake2s.key(1, ck, presharedKey);
    int index = random.nextInt();
    ByteBuffer message =
        ByteBuffer.allocate(92)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(2)
            .putInt(index)
            .putInt(theirIndex)
            .put(open)
            .put(PlainCiphers.seal(key, 0, NOTHING, h));
    message.put(PlainBlake2s.mac(macKey(client), Arrays.copyOf(message.array(), 60)));
    tunnels.put(
        index,
        new Tunnel(theirIndex, PlainBlake2s.key(1, ck, NOTHING), PlainBlake2s.key(2, ck, NOTHING)));
    return message.array();
  }

  /** The packet that came through a tunnel; null if it is not of one. */
  public byte @Nullable [] open(byte[] transport) {
    Tunnel tunnel = tunnelOf(transport);
    return tunnel == null
        ? null
        : PlainCiphers.open(
            tunnel.receivingKey,
            littleEndian(transport).getLong(8),
            Arrays.copyOfRange(transport, 16, transport.length),
            NOTHING);
  }

  /** Sends a packet back through the tunnel of a message that was opened. */
  public byte[] seal(byte[] packet, byte[] answered) {
    Tunnel tunnel = tunnelOf(answered);
    if (tunnel == null) {
      throw new IllegalArgumentException("not a message of a tunnel");
    }
    byte[] padded = Arrays.copyOf(packet, (packet.length + 15) / 16 * 16);
    byte[] sealed = PlainCiphers.seal(tunnel.sendingKey, tunnel.sent, padded, NOTHING);
    return ByteBuffer.allocate(16 + sealed.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(4)
        .putInt(tunnel.theirIndex)
        .putLong(tunnel.sent++)
        .put(sealed)
        .array();
  }

  private @Nullable Tunnel tunnelOf(byte[] transport) {
    return transport.length < 32 || littleEndian(transport).getInt(0) != 4
        ? null
        : tunnels.get(littleEndian(transport).getInt(4));
  }

  private static byte[] macKey(byte[] receiver) {
    return PlainBlake2s.hash("mac1----".getBytes(US_ASCII), receiver);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static final class Tunnel {
    final int theirIndex;
    final byte[] receivingKey;
    final byte[] sendingKey;
    long sent;

    Tunnel(int theirIndex, byte[] receivingKey, byte[] sendingKey) {
      this.theirIndex = theirIndex;
      this.receivingKey = receivingKey;
      this.sendingKey = sendingKey;
    }
  }
}
