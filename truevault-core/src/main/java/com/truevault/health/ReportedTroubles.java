package com.truevault.health;

import com.truevault.agent.AgentReports;
import com.truevault.agent.Delivery;
import com.truevault.agent.ReceivedReport;
import com.truevault.agent.Refusal;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.server.ServerStore;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the reports of agents say about their servers. Safe for use by many threads. */
public final class ReportedTroubles implements AgentPulse, DeliveryWatch {
  private static final int NAMED = 3;

  private final AgentReports reports;
  private final ServerStore servers;
  private final InstantSource clock;

  /** Reads the given reports. */
  public ReportedTroubles(AgentReports reports, ServerStore servers, InstantSource clock) {
    this.reports = reports;
    this.servers = servers;
    this.clock = clock;
  }

  @Override
  public Map<ServerKey, Instant> lastReports() {
    return reports.all().stream()
        .collect(Collectors.toMap(ReceivedReport::server, ReceivedReport::receivedAt));
  }

  @Override
  public List<Trouble> troubles() {
    Instant now = clock.instant();
    List<Trouble> troubles = new ArrayList<>();
    for (Server server : servers.all()) {
      Delivery delivery = reports.delivery(server.key());
      troubles.addAll(server.state().active() ? troubles(delivery, now) : troublesUnused(delivery));
    }
    return troubles;
  }

  private static List<Trouble> troubles(Delivery delivery, Instant now) {
    List<Trouble> troubles = new ArrayList<>();
    ServerKey server = delivery.server();
    if (delivery.isLagging(now)) {
      troubles.add(new Trouble(server, AlarmKind.LAGGING, lag(delivery, now)));
    }
    add(troubles, server, AlarmKind.PAID_BUT_OFF, delivery.differences().paidButOff());
    troubles.addAll(troublesUnused(delivery));
    return troubles;
  }

  /** Nobody waits for a server that is out of use, but nobody may stay on it either. */
  private static List<Trouble> troublesUnused(Delivery delivery) {
    List<Trouble> troubles = new ArrayList<>();
    ServerKey server = delivery.server();
    Refusal refusal = delivery.enrolledAt() == null ? null : refusal(delivery.report());
    if (refusal != null) {
      String words = refusal.kind() + ": " + refusal.detail();
      troubles.add(new Trouble(server, AlarmKind.REFUSED, words));
    }
    add(troubles, server, AlarmKind.UNPAID_BUT_ON, delivery.differences().unpaidButOn());
    return troubles;
  }

  private static String lag(Delivery delivery, Instant now) {
    return delivery.isSilent(now)
        ? "no report from the agent for more than " + Delivery.SILENT.toSeconds() + " s"
        : "the newest list is not applied after " + delivery.behindFor().toSeconds() + " s";
  }

  private static @Nullable Refusal refusal(@Nullable ReceivedReport report) {
    return report == null ? null : report.report().refusal();
  }

  private static void add(
      List<Trouble> troubles, ServerKey server, AlarmKind kind, List<PublicKey> keys) {
    if (!keys.isEmpty()) {
      String named =
          keys.stream().limit(NAMED).map(PublicKey::base64).collect(Collectors.joining(", "));
      String words = keys.size() + ", such as " + named;
      troubles.add(new Trouble(server, kind, words));
    }
  }
}
