package com.truevault.wireguard.doctor;

import com.truevault.wireguard.doctor.Ruleset.Chain;
import java.util.List;

/** Does the tunnel listen where customers knock, and does the firewall let them in? */
final class PortCheck implements Check {
  @Override
  public List<Finding> look(Facts facts) {
    int expected = facts.expectation().port();
    if (facts.tunnel() == null || expected == 0) {
      return List.of();
    }
    if (facts.port() != expected) {
      return List.of(
          new Finding(
              "port-closed",
              facts.port() == 0
                  ? facts.tunnelName() + " does not listen"
                  : facts.tunnelName() + " listens on UDP " + facts.port(),
              "UDP " + expected,
              "truevault agent setup --port " + expected));
    }
    Ruleset rules = facts.rules();
    Chain chain = rules == null ? null : rules.blocking(expected);
    return chain == null
        ? List.of()
        : List.of(
            new Finding(
                "port-blocked",
                "chain " + chain + " of nftables drops UDP " + expected,
                "a rule that accepts it",
                fix(chain, expected)));
  }

  private static String fix(Chain chain, int port) {
    return chain.table().equals(Ruleset.OWN)
        ? "nft -f /etc/truevault-agent/truevault.nft"
        : "nft insert rule "
            + chain
            + " udp dport "
            + port
            + " accept, and the same in the file"
            + " from which that firewall is loaded";
  }
}
