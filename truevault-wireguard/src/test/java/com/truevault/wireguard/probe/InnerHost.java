package com.truevault.wireguard.probe;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A machine inside the tunnel, which answers pings and knocks at its TCP ports, or does not. */
public enum InnerHost {
  /** Answers pings, and refuses TCP. */
  OPEN(true, true),
  /** Drops pings, and refuses TCP. */
  WITHOUT_ICMP(false, true),
  /** Drops everything. */
  DEAF(false, false);

  private final boolean echoes;
  private final boolean refuses;

  InnerHost(boolean echoes, boolean refuses) {
    this.echoes = echoes;
    this.refuses = refuses;
  }

  /** The answer to a packet; null if there is none. */
  public byte @Nullable [] answer(byte[] padded) {
    ByteBuffer packet = ByteBuffer.wrap(padded.clone(), 0, ByteBuffer.wrap(padded).getShort(2));
    int protocol = packet.get(9);
    if (protocol == 1 && echoes) {
      packet.put(20, (byte) 0);
      packet.putShort(22, (short) 0);
      packet.putShort(22, sum(Arrays.copyOfRange(packet.array(), 20, packet.limit())));
      return turned(packet);
    }
    if (protocol == 6 && packet.get(33) == 2 && refuses) {
      return tcp(packet, 20);
    }
    return null;
  }

  /** The answer of a TCP port to a SYN: RST and ACK are 20, SYN and ACK are 18. */
  public static byte[] tcp(ByteBuffer syn, int flags) {
    int ports = Integer.rotateLeft(syn.getInt(20), 16);
    int acknowledged = syn.getInt(24) + 1;
    syn.putInt(20, ports).putInt(24, 0).putInt(28, acknowledged).put(33, (byte) flags);
    return turned(syn);
  }

  private static byte[] turned(ByteBuffer packet) {
    int source = packet.getInt(12);
    packet.putInt(12, packet.getInt(16)).putInt(16, source);
    byte[] bytes = new byte[packet.limit()];
    packet.get(0, bytes);
    return bytes;
  }

  static short sum(byte[] bytes) {
    long sum = 0;
    for (ByteBuffer words = ByteBuffer.wrap(bytes); words.hasRemaining(); ) {
      sum += words.getShort() & 0xffff;
    }
    return (short) ~(sum == 0 ? 0 : (sum - 1) % 0xffff + 1);
  }
}
