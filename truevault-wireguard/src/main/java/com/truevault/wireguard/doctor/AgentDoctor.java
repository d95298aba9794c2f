package com.truevault.wireguard.doctor;

import java.util.List;

/** Examines a VPN server. */
public final class AgentDoctor {
  private static final List<Check> CHECKS =
      List.of(
          new InterfaceCheck(),
          new KeyCheck(),
          new PortCheck(),
          new ForwardingCheck(),
          new RulesCheck(),
          new MtuCheck(),
          new PanelCheck(),
          new ClockCheck(),
          new ListCheck(),
          new AgentCheck(),
          new DiskCheck(),
          new AccessCheck());

  private AgentDoctor() {}

  /** All that is wrong, what the rest depends on first; empty if nothing is. */
  public static List<Finding> examine(Facts facts) {
    return CHECKS.stream().flatMap(check -> check.look(facts).stream()).toList();
  }
}
