package com.truevault.wireguard.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An unfragmented IPv4 packet (RFC 791). Addresses are numbers. */
final class Ipv4Packet {
  static final int ICMP = 1;
  static final int TCP = 6;

  private static final int HEADER = 20;
  private static final int VERSION_AND_HEADER = 0x45;
  private static final int FRAGMENT_OFFSET = 0x1fff;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int DO_NOT_FRAGMENT = 0x4000;
  private static final byte HOPS = 64;

  private final int source;
  private final int destination;
  private final int protocol;
  private final byte[] body;

  Ipv4Packet(int source, int destination, int protocol, byte[] body) {
    this.source = source;
    this.destination = destination;
    this.protocol = protocol;
    this.body = body;
  }

  /** The number of a dotted address. */
  static int address(String dotted) {
    try {
      return ByteBuffer.wrap(InetAddress.getByName(dotted).getAddress()).getInt();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IPv4 address: " + dotted, e);
    }
  }

  /** Reads a packet that may have padding behind it; null if it is none, or a fragment. */
  static @Nullable Ipv4Packet parse(byte[] bytes) {
    if (bytes.length < HEADER || bytes[0] >>> 4 != VERSION_AND_HEADER >>> 4) {
      return null;
    }
    ByteBuffer packet = ByteBuffer.wrap(bytes);
    int header = (bytes[0] & 15) * 4;
    int length = packet.getShort(2) & 0xffff;
    boolean isFragment = (packet.getShort(6) & (FRAGMENT_OFFSET | MORE_FRAGMENTS)) != 0;
    if (isFragment || header < HEADER || length < header || length > bytes.length) {
      return null;
    }
    byte[] body = Arrays.copyOfRange(bytes, header, length);
    return new Ipv4Packet(packet.getInt(12), packet.getInt(16), bytes[9] & 255, body);
  }

  int source() {
    return source;
  }

  int destination() {
    return destination;
  }

  int protocol() {
    return protocol;
  }

  byte[] body() {
    return body;
  }

  byte[] bytes() {
    ByteBuffer packet =
        ByteBuffer.allocate(HEADER + body.length)
            .put((byte) VERSION_AND_HEADER)
            .put((byte) 0)
            .putShort((short) (HEADER + body.length))
            .putShort((short) 0)
            .putShort((short) DO_NOT_FRAGMENT)
            .put(HOPS)
            .put((byte) protocol)
            .putShort((short) 0)
            .putInt(source)
            .putInt(destination);
    packet.putShort(10, checksum(packet.array()));
    return packet.put(body).array();
  }

  /** The ones' complement sum of RFC 1071; odd lengths are filled with a zero. */
  static short checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += i % 2 == 0 ? (bytes[i] & 255) << 8 : bytes[i] & 255;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
