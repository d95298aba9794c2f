package com.truevault.wireguard.doctor;

import java.util.List;

/** Can the next list be kept? */
final class DiskCheck implements Check {
  private static final long LEAST = 64L << 20;

  @Override
  public List<Finding> look(Facts facts) {
    long free = facts.freeBytes();
    if (free < 0) {
      return List.of(
          new Finding(
              "folder-missing",
              "no folder /var/lib/truevault-agent",
              "the agent's folder",
              "truevault agent setup"));
    }
    return free >= LEAST
        ? List.of()
        : List.of(
            new Finding(
                "disk-full",
                (free >> 20) + " MiB free where the list is kept",
                "at least " + (LEAST >> 20) + " MiB",
                "df -h /var/lib/truevault-agent, then make room, such as journalctl"
                    + " --vacuum-size=200M"));
  }
}
