package com.truevault.wireguard.doctor;

import com.truevault.wireguard.doctor.Facts.AgentProcess;
import java.util.List;

/** Does the agent run, and may it change the tunnel? */
final class AgentCheck implements Check {
  private static final int CAP_NET_ADMIN = 12;

  @Override
  public List<Finding> look(Facts facts) {
    AgentProcess agent = facts.agent();
    if (agent == null) {
      return facts.isAgentEnabled()
          ? List.of(
              new Finding(
                  "agent-stopped",
                  "truevault-agent does not run",
                  "a running agent",
                  "systemctl restart truevault-agent; journalctl -u truevault-agent says why it"
                      + " stopped"))
          : List.of();
    }
    return (agent.capabilities() >> CAP_NET_ADMIN & 1) == 1
        ? List.of()
        : List.of(
            new Finding(
                "capability-missing",
                "process " + agent.pid() + " lacks CAP_NET_ADMIN",
                "CAP_NET_ADMIN, without which it cannot set peers",
                "truevault agent setup, then systemctl restart truevault-agent"));
  }
}
