package com.truevault.wireguard.doctor;

import com.truevault.wireguard.system.Link;
import java.util.List;

/** Do the tunnel's packets fit into the uplink's? */
final class MtuCheck implements Check {
  /** IPv6 packets may be that large everywhere. */
  private static final int LEAST = 1280;

  /** What WireGuard adds when it goes over IPv6; 20 less over IPv4. */
  private static final int ADDED = 80;

  @Override
  public List<Finding> look(Facts facts) {
    Link tunnel = facts.tunnel();
    if (tunnel == null) {
      return List.of();
    }
    if (tunnel.mtu() < LEAST) {
      return List.of(finding("mtu-too-small", tunnel, "at least " + LEAST, LEAST));
    }
    for (Link uplink : facts.uplinks()) {
      int most = uplink.mtu() - ADDED;
      if (tunnel.mtu() > most) {
        String expected =
            "at most %d, as %s has %d and WireGuard adds %d"
                .formatted(most, uplink.name(), uplink.mtu(), ADDED);
        return List.of(finding("mtu-too-large", tunnel, expected, Math.max(most, LEAST)));
      }
    }
    return List.of();
  }

  private static Finding finding(String name, Link tunnel, String expected, int right) {
    return new Finding(
        name,
        tunnel.name() + " has " + tunnel.mtu(),
        expected,
        "ip link set dev "
            + tunnel.name()
            + " mtu "
            + right
            + ", and truevault agent setup --mtu "
            + right
            + " for the next boot");
  }
}
