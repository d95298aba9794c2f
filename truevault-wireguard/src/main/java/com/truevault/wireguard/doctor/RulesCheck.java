package com.truevault.wireguard.doctor;

import com.truevault.wireguard.doctor.Ruleset.Chain;
import com.truevault.wireguard.system.Link;
import java.util.ArrayList;
import java.util.List;

/** Do packets get out of the tunnel into the world, and back? */
final class RulesCheck implements Check {
  private static final String LOAD = "nft -f /etc/truevault-agent/truevault.nft";

  @Override
  public List<Finding> look(Facts facts) {
    Ruleset rules = facts.rules();
    if (rules == null) {
      return List.of(
          new Finding("rules-unreadable", "nft says nothing", "the rules", "run doctor as root"));
    }
    if (!rules.hasOwnTable()) {
      return List.of(
          new Finding(
              "rules-missing", "no table " + Ruleset.OWN, "the rules that setup wrote", LOAD));
    }
    List<Finding> findings = new ArrayList<>();
    for (String family : List.of("ipv4", "ipv6")) {
      if (facts.uplinks().stream().noneMatch(link -> masquerades(facts, rules, family, link))) {
        findings.add(
            new Finding(
                "nat-missing-" + family,
                "no rule masquerades "
                    + family
                    + " from "
                    + facts.tunnelName()
                    + " to "
                    + facts.uplinks().stream().map(Link::name).toList(),
                "one, as setup wrote it",
                LOAD + "; if the uplink is another one now, truevault agent setup"));
      }
    }
    Chain stopping = rules.stopping(facts.tunnelName());
    if (stopping != null) {
      findings.add(stopped(stopping, facts.tunnelName()));
    }
    return findings;
  }

  private static boolean masquerades(Facts facts, Ruleset rules, String family, Link link) {
    return rules.masquerades(family, facts.tunnelName(), link.name());
  }

  private static Finding stopped(Chain chain, String tunnel) {
    return new Finding(
        "forwarding-blocked",
        "chain " + chain + " of nftables drops what passes through",
        "rules that accept what comes from and goes to " + tunnel,
        "nft insert rule %s iifname %s accept; nft insert rule %s oifname %s accept; and the same in the file from which that firewall is loaded"
            .formatted(chain, tunnel, chain, tunnel));
  }
}
