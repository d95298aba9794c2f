package com.truevault.web.agent;

import com.truevault.agent.AgentReport;
import com.truevault.agent.AgentReport.Node;
import com.truevault.agent.AgentReport.Presence;
import com.truevault.peer.ListVersion;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is really there on a server.
 *
 * @param applied the version in force, such as 1.42; null before the first
 * @param missing wanted peers that are not there, of which the first hundred count
 * @param strangers peers that are there and not wanted, alike
 * @param publicKey of the interface; null if it has none
 * @param port where it listens; 0 if it does not
 * @param freeBytes on the agent's disk; -1 if unknown
 * @param sentAt by the agent's clock
 * @param peers those that changed since the last report that arrived
 */
public record AgentReportJson(
    String software,
    @Nullable String applied,
    @Nullable Instant appliedAt,
    int wanted,
    int present,
    int unexpected,
    List<String> missing,
    List<String> strangers,
    @Nullable String publicKey,
    int port,
    long freeBytes,
    Instant sentAt,
    @Nullable RefusalJson refusal,
    List<SightingJson> peers) {
  private static final int LONGEST_SOFTWARE = 100;

  /** Refuses what no machine reports. */
  public AgentReportJson {
    if (wanted < 0 || present < 0 || unexpected < 0 || freeBytes < -1) {
      throw new IllegalArgumentException("counts below 0");
    }
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535");
    }
  }

  AgentReport report(Instant now) {
    return new AgentReport(
        line(software, LONGEST_SOFTWARE),
        applied == null ? null : ListVersion.of(applied),
        appliedAt,
        new Presence(wanted, present, unexpected, keys(missing), keys(strangers)),
        new Node(
            publicKey == null ? null : new PublicKey(publicKey),
            port,
            freeBytes,
            Duration.between(now, sentAt)),
        refusal == null ? null : refusal.refusal(),
        peers.stream().map(SightingJson::sighting).toList());
  }

  /** What a machine says is cut rather than refused: the rest of the report matters more. */
  static String line(String text, int longest) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.substring(0, line.offsetByCodePoints(0, shorter(line, longest)));
  }

  private static int shorter(String line, int longest) {
    return Math.min(longest, line.codePointCount(0, line.length()));
  }

  private static List<PublicKey> keys(List<String> texts) {
    return texts.stream().limit(Presence.MOST_NAMED).map(PublicKey::new).toList();
  }
}
