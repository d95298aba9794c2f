package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.agent.AgentReport;
import com.truevault.agent.AgentReport.Node;
import com.truevault.agent.AgentReport.Presence;
import com.truevault.agent.ReceivedReport;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a report stands in its row. Sightings are the devices file's. */
final class ReportRows {
  private ReportRows() {}

  static Parameters parameters(ReceivedReport received) {
    AgentReport report = received.report();
    Refusal refusal = report.refusal();
    ListVersion applied = report.applied();
    ListVersion refused = refusal == null ? null : refusal.version();
    PublicKey key = report.node().publicKey();
    return bind("server_key", received.server().value())
        .and("received_at", received.receivedAt())
        .and("software", report.software())
        .and("applied_epoch", applied == null ? null : applied.epoch())
        .and("applied_generation", applied == null ? null : applied.generation())
        .and("applied_at", report.appliedAt())
        .and("wanted", report.presence().wanted())
        .and("present", report.presence().present())
        .and("unexpected", report.presence().unexpected())
        .and("missing_keys", array(report.presence().missing()))
        .and("stranger_keys", array(report.presence().strangers()))
        .and("refusal_kind", refusal == null ? null : refusal.kind())
        .and("refusal_detail", refusal == null ? null : refusal.detail())
        .and("refused_epoch", refused == null ? null : refused.epoch())
        .and("refused_generation", refused == null ? null : refused.generation())
        .and("interface_key", key == null ? null : key.base64())
        .and("listen_port", report.node().port())
        .and("free_bytes", report.node().freeBytes())
        .and("clock_skew_ms", report.node().clockSkew().toMillis());
  }

  static ReceivedReport toReport(Row row) {
    String key = row.textOrNull("interface_key");
    return new ReceivedReport(
        new ServerKey(row.text("server_key")),
        row.instant("received_at"),
        new AgentReport(
            row.text("software"),
            version(row, "applied_epoch", "applied_generation"),
            row.instantOrNull("applied_at"),
            new Presence(
                row.integer("wanted"),
                row.integer("present"),
                row.integer("unexpected"),
                keys(row.text("missing_keys")),
                keys(row.text("stranger_keys"))),
            new Node(
                key == null ? null : new PublicKey(key),
                row.integer("listen_port"),
                row.number("free_bytes"),
                Duration.ofMillis(row.number("clock_skew_ms"))),
            refusal(row),
            List.of()));
  }

  private static @Nullable Refusal refusal(Row row) {
    return row.textOrNull("refusal_kind") == null
        ? null
        : new Refusal(
            row.constant("refusal_kind", RefusalKind.class),
            row.textOrEmpty("refusal_detail"),
            version(row, "refused_epoch", "refused_generation"));
  }

  private static @Nullable ListVersion version(Row row, String epoch, String generation) {
    Long number = row.numberOrNull(epoch);
    return number == null ? null : new ListVersion(number, row.number(generation));
  }

  /** Keys are base64: nothing in them needs an escape. */
  private static String array(List<PublicKey> keys) {
    return keys.stream()
        .map(key -> '"' + key.base64() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static List<PublicKey> keys(String array) {
    return Arrays.stream(array.split("[\\[\\],\"]+", -1))
        .filter(text -> !text.isEmpty())
        .map(PublicKey::new)
        .toList();
  }
}
