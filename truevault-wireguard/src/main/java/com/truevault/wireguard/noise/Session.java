package com.truevault.wireguard.noise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel after the handshake. It lasts as long as a probe needs it and is never renewed. For use
 * by one thread.
 */
public final class Session {
  private static final int TYPE = 4;
  private static final int HEADER = 16;
  private static final int PADDING = 16;
  private static final byte[] NOTHING = {};

  private final byte[] sendingKey;
  private final byte[] receivingKey;
  private final int theirIndex;
  private final int ourIndex;
  private final ReplayWindow received = new ReplayWindow();
  private long sent;

  Session(byte[] sendingKey, byte[] receivingKey, int theirIndex, int ourIndex) {
    this.sendingKey = sendingKey;
    this.receivingKey = receivingKey;
    this.theirIndex = theirIndex;
    this.ourIndex = ourIndex;
  }

  /** The datagram that brings an IP packet through the tunnel; an empty one keeps it alive. */
  public byte[] seal(byte[] packet) {
    int padded = (packet.length + PADDING - 1) / PADDING * PADDING;
    long counter = sent++;
    byte[] sealed = Aead.seal(sendingKey, counter, Arrays.copyOf(packet, padded), NOTHING);
    return ByteBuffer.allocate(HEADER + sealed.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(TYPE)
        .putInt(theirIndex)
        .putLong(counter)
        .put(sealed)
        .array();
  }

  /**
   * The packet that came through the tunnel, perhaps with zeros behind it, or empty; null if the
   * datagram does not belong to the tunnel or came before.
   */
  public byte @Nullable [] open(byte[] datagram) {
    if (datagram.length < HEADER + Aead.TAG) {
      return null;
    }
    if (Bytes.intAt(datagram, 0) != TYPE || Bytes.intAt(datagram, 4) != ourIndex) {
      return null;
    }
    long counter = Bytes.longAt(datagram, 8);
    if (!received.isNew(counter)) {
      return null;
    }
    byte[] sealed = Arrays.copyOfRange(datagram, HEADER, datagram.length);
    byte @Nullable [] packet = Aead.open(receivingKey, counter, sealed, NOTHING);
    if (packet != null) {
      received.add(counter);
    }
    return packet;
  }
}
