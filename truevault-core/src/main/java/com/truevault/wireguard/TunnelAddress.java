package com.truevault.wireguard;

/**
 * The address of a device inside the tunnel, the same on every server.
 *
 * @param offset its place in the pool, from 2
 * @param ipv4 such as {@code 10.8.0.2}
 * @param ipv6 such as {@code fd12:3456:789a::2}
 */
public record TunnelAddress(int offset, String ipv4, String ipv6) {}
