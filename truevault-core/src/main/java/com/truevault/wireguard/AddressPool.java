package com.truevault.wireguard;

import com.truevault.secret.RandomIds;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The addresses that devices get: one IPv4 network and one IPv6 /64, numbered alike. Offset 0 is
 * the network, 1 the servers' own address, devices start at 2, and the last one is the probe's.
 */
public final class AddressPool {
  /** The offset of the first device. */
  public static final int FIRST = 2;

  private final String v4;
  private final String v6;
  private final int base;
  private final int prefixLength;

  /**
   * A pool of two networks.
   *
   * @param v4 such as {@code 10.8.0.0/14}, from /8 to /24
   * @param v6 such as {@code fd12:3456:789a::/64}
   */
  public AddressPool(String v4, String v6) {
    this.v4 = v4;
    this.v6 = v6;
    int slash = v4.indexOf('/');
    this.prefixLength = Integer.parseInt(v4.substring(slash + 1));
    this.base = number(v4.substring(0, slash)) & (-1 << (32 - prefixLength));
    if (!v6.endsWith("::/64")) {
      throw new IllegalArgumentException("IPv6 pool must end in ::/64: " + v6);
    }
  }

  /** A random unique local prefix, as RFC 4193 section 3.2 asks for, made once at install. */
  public static String randomPrefix(RandomIds random) {
    byte[] id = random.bytes(5);
    return "fd%02x:%02x%02x:%02x%02x::/64".formatted(id[0], id[1], id[2], id[3], id[4]);
  }

  /** The offset after the last device's: the probe's. The IPv4 broadcast address comes next. */
  public int end() {
    return (1 << (32 - prefixLength)) - 2;
  }

  /** How many devices fit. */
  public int capacity() {
    return end() - FIRST;
  }

  /** The address at that offset, {@link #FIRST} to {@link #end()} exclusive. */
  public TunnelAddress address(int offset) {
    if (offset < FIRST || offset >= end()) {
      throw new IllegalArgumentException("offset must be 2 to " + (end() - 1) + ": " + offset);
    }
    return at(offset);
  }

  /** The address of the probe, which no device gets. */
  public TunnelAddress probe() {
    return at(end());
  }

  /** The address that every server has for itself. */
  public TunnelAddress server() {
    return at(1);
  }

  /** How many bits of the IPv4 network are the same for all. */
  public int prefixLength() {
    return prefixLength;
  }

  /** The IPv4 network. */
  public String v4() {
    return v4;
  }

  /** The IPv6 network. */
  public String v6() {
    return v6;
  }

  private TunnelAddress at(int offset) {
    return new TunnelAddress(offset, dotted(base + offset), v6At(offset));
  }

  private String v6At(int offset) {
    String prefix = v6.substring(0, v6.length() - "/64".length());
    return offset <= 0xffff
        ? prefix + Integer.toHexString(offset)
        : prefix + Integer.toHexString(offset >>> 16) + ":" + Integer.toHexString(offset & 0xffff);
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }

  private static int number(String dotted) {
    try {
      return java.nio.ByteBuffer.wrap(InetAddress.getByName(dotted).getAddress()).getInt();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IPv4 network: " + dotted, e);
    }
  }
}
