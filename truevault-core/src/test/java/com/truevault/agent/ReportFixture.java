package com.truevault.agent;

import com.truevault.agent.AgentReport.Node;
import com.truevault.agent.AgentReport.Presence;
import com.truevault.device.DeviceFixture;
import com.truevault.peer.ListVersion;
import com.truevault.server.ServerKey;
import com.truevault.testing.Corpus;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports to try things on. */
public final class ReportFixture {
  private ReportFixture() {}

  /** A report with something in every place. */
  public static ReceivedReport full(ServerKey server) {
    return new ReceivedReport(
        server,
        Corpus.MOMENT,
        new AgentReport(
            "1.2.3",
            new ListVersion(1_800_000_000L, 42),
            Corpus.MOMENT.minusSeconds(3),
            new Presence(
                812,
                810,
                1,
                List.of(DeviceFixture.key(1), DeviceFixture.key(2)),
                List.of(DeviceFixture.key(3))),
            new Node(DeviceFixture.key(4), 51820, 1L << 40, Duration.ofMillis(-2500)),
            new Refusal(RefusalKind.SHRINKAGE, "100 of 812 peers would go", new ListVersion(2, 3)),
            List.of(new PeerSighting(DeviceFixture.key(1), Duration.ofSeconds(7), 1000, 2000))));
  }

  /** What an agent reports before it has anything. */
  public static ReceivedReport empty(ServerKey server) {
    return new ReceivedReport(
        server,
        Corpus.MOMENT,
        new AgentReport(
            "",
            null,
            null,
            new Presence(0, 0, 0, List.of(), List.of()),
            new Node(null, 0, -1, Duration.ZERO),
            new Refusal(RefusalKind.NOT_JSON, "", null),
            List.of()));
  }

  /** What an agent reports that has applied a list. */
  public static AgentReport applied(
      @Nullable ListVersion version, List<PublicKey> missing, List<PublicKey> strangers) {
    return new AgentReport(
        "1.2.3",
        version,
        version == null ? null : Instant.EPOCH,
        new Presence(9, 9 - missing.size(), strangers.size(), missing, strangers),
        new Node(DeviceFixture.key(4), 51820, 1L << 40, Duration.ZERO),
        null,
        List.of());
  }

  static ReceivedReport withoutSightings(ReceivedReport received) {
    AgentReport r = received.report();
    return new ReceivedReport(
        received.server(),
        received.receivedAt(),
        new AgentReport(
            r.software(),
            r.applied(),
            r.appliedAt(),
            r.presence(),
            r.node(),
            r.refusal(),
            List.of()));
  }
}
