package com.truevault.wireguard;

import java.util.List;

/**
 * The address of a device inside the tunnel, the same on every server.
 *
 * @param offset its place in the pool, from 1
 * @param ipv4 such as {@code 10.8.0.2}
 * @param ipv6 such as {@code fd12:3456:789a::2}
 */
public record TunnelAddress(int offset, String ipv4, String ipv6) {

  /** What a server accepts from who has it: both addresses, and nothing else. */
  public List<AllowedIp> allowedIps() {
    return List.of(new AllowedIp(ipv4 + "/32"), new AllowedIp(ipv6 + "/128"));
  }
}
