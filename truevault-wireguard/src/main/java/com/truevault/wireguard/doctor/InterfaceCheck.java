package com.truevault.wireguard.doctor;

import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Link;
import java.util.ArrayList;
import java.util.List;

/** Is the tunnel there, up, and does it have its addresses? */
final class InterfaceCheck implements Check {
  @Override
  public List<Finding> look(Facts facts) {
    String name = facts.tunnelName();
    Link link = facts.tunnel();
    if (link == null) {
      return List.of(
          new Finding(
              "interface-missing",
              "no interface " + name,
              "an interface " + name,
              "systemctl restart truevault-interface; if there is no such unit, truevault agent setup"));
    }
    if (!link.up()) {
      return List.of(
          new Finding(
              "interface-down", name + " is down", "up", "ip link set dev " + name + " up"));
    }
    List<Finding> findings = new ArrayList<>();
    for (Cidr address : facts.expectation().addresses()) {
      if (!link.addresses().contains(address)) {
        findings.add(
            new Finding(
                "address-missing",
                name + " has " + link.addresses(),
                address + " among them",
                "ip address add " + address + " dev " + name));
      }
    }
    return findings;
  }
}
