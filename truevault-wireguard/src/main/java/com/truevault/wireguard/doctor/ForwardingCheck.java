package com.truevault.wireguard.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does the kernel pass packets on? */
final class ForwardingCheck implements Check {
  private static final Map<String, String> NAMES =
      Map.of("ipv4", "net.ipv4.ip_forward", "ipv6", "net.ipv6.conf.all.forwarding");

  @Override
  public List<Finding> look(Facts facts) {
    List<Finding> findings = new ArrayList<>();
    for (String family : List.of("ipv4", "ipv6")) {
      String name = NAMES.getOrDefault(family, "");
      String value = facts.sysctl(name);
      if (!value.equals("1")) {
        findings.add(
            new Finding(
                "forwarding-off-" + family,
                name + (value.isEmpty() ? " is not there" : " = " + value),
                "1",
                value.isEmpty()
                    ? "turn IPv6 on in the kernel, or its packets will not pass"
                    : "sysctl -p /etc/sysctl.d/90-truevault.conf"));
      }
    }
    return findings;
  }
}
