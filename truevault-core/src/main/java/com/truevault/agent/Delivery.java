package com.truevault.agent;

import com.truevault.peer.ListVersion;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the panel wants on a server is there.
 *
 * @param enrolledAt when an agent joined; null if none has
 * @param list the newest list; null before the first
 * @param report the agent's last one; null before the first
 * @param behindFor how long there has been a list that the agent has not applied, as far as it
 *     reported; zero if it has the newest
 * @param differences peers that are not as they should be
 */
public record Delivery(
    ServerKey server,
    @Nullable Instant enrolledAt,
    @Nullable Wanted list,
    @Nullable ReceivedReport report,
    Duration behindFor,
    Differences differences) {
  /** From then on an agent is late with a list. */
  public static final Duration LATE = Duration.ofSeconds(60);

  /** Agents report every minute; from then on two of their reports are missing. */
  public static final Duration SILENT = Duration.ofSeconds(150);

  /** How old the last report is; null before the first. */
  public @Nullable Duration age(Instant now) {
    return report == null ? null : Duration.between(report.receivedAt(), now);
  }

  /** Whether an agent that joined has not reported for too long, or never. */
  public boolean isSilent(Instant now) {
    if (enrolledAt == null) {
      return false;
    }
    Instant heard =
        report == null || report.receivedAt().isBefore(enrolledAt)
            ? enrolledAt
            : report.receivedAt();
    return heard.plus(SILENT).isBefore(now);
  }

  /** Whether customers wait for what the panel wants: the newest list is not applied in time. */
  public boolean isLagging(Instant now) {
    return enrolledAt != null && (behindFor.compareTo(LATE) > 0 || isSilent(now));
  }

  /**
   * The newest list.
   *
   * @param peers how many there are, the probe included
   */
  public record Wanted(ListVersion version, int peers, Instant issuedAt) {}

  /**
   * Peers that are not as they should be, as far as the agent named them.
   *
   * @param paidButOff wanted by the newest list and not there
   * @param unpaidButOn there, not wanted, and a device's now or once
   * @param foreign there, and never known here
   */
  public record Differences(
      List<PublicKey> paidButOff, List<PublicKey> unpaidButOn, List<PublicKey> foreign) {
    /** Everything is as it should be. */
    public static final Differences NONE = new Differences(List.of(), List.of(), List.of());

    /** Copies the keys. */
    public Differences {
      paidButOff = List.copyOf(paidButOff);
      unpaidButOn = List.copyOf(unpaidButOn);
      foreign = List.copyOf(foreign);
    }
  }
}
