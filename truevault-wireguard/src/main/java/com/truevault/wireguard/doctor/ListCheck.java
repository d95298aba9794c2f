package com.truevault.wireguard.doctor;

import com.truevault.peer.PeerList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Is the list in force a fresh one? */
final class ListCheck implements Check {
  /** Lists are issued anew every day. */
  private static final Duration FRESH = Duration.ofHours(26);

  private static final String LOOK =
      "journalctl -u truevault-agent, and the server's page in the panel: they name what is refused";

  @Override
  public List<Finding> look(Facts facts) {
    PeerList list = facts.list();
    PanelVisit visit = facts.panel();
    if (visit.kind() == PanelVisit.Kind.NOT_ENROLLED) {
      return List.of();
    }
    if (list == null) {
      return List.of(
          new Finding(
              "list-missing",
              "no list was ever accepted",
              "one",
              "systemctl enable --now truevault-agent"));
    }
    Instant now = visit.now();
    if (!now.isBefore(list.expiresAt())) {
      return List.of(
          finding("list-expired", list, now, "one that is valid; who is on it stays connected"));
    }
    if (now.isAfter(list.issuedAt().plus(FRESH))) {
      return List.of(finding("list-stale", list, now, "a list of the last day"));
    }
    return List.of();
  }

  private static Finding finding(String name, PeerList list, Instant now, String expected) {
    String found =
        "list %s is %d hours old"
            .formatted(list.version(), Duration.between(list.issuedAt(), now).toHours());
    return new Finding(name, found, expected, LOOK);
  }
}
