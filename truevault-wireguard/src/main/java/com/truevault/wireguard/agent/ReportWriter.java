package com.truevault.wireguard.agent;

import com.google.gson.stream.JsonWriter;
import com.truevault.agent.AgentReport;
import com.truevault.agent.PeerSighting;
import com.truevault.agent.Refusal;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a report as the panel reads it. */
final class ReportWriter {
  private ReportWriter() {}

  static byte[] bytes(AgentReport report, Instant sentAt) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("software").value(report.software());
      json.name("applied").value(text(report.applied()));
      json.name("appliedAt").value(text(report.appliedAt()));
      write(json, report.presence());
      json.name("publicKey").value(text(report.node().publicKey()));
      json.name("port").value(report.node().port());
      json.name("freeBytes").value(report.node().freeBytes());
      json.name("sentAt").value(sentAt.toString());
      json.name("refusal");
      write(json, report.refusal());
      json.name("peers").beginArray();
      for (PeerSighting sighting : report.sightings()) {
        write(json, sighting);
      }
      json.endArray().endObject();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void write(JsonWriter json, AgentReport.Presence presence) throws IOException {
    json.name("wanted").value(presence.wanted());
    json.name("present").value(presence.present());
    json.name("unexpected").value(presence.unexpected());
    json.name("missing");
    write(json, presence.missing());
    json.name("strangers");
    write(json, presence.strangers());
  }

  private static void write(JsonWriter json, List<PublicKey> keys) throws IOException {
    json.beginArray();
    for (PublicKey key : keys) {
      json.value(key.base64());
    }
    json.endArray();
  }

  private static void write(JsonWriter json, @Nullable Refusal refusal) throws IOException {
    if (refusal == null) {
      json.nullValue();
      return;
    }
    json.beginObject();
    json.name("kind").value(refusal.kind().name().toLowerCase(Locale.ROOT));
    json.name("detail").value(refusal.detail());
    json.name("version").value(text(refusal.version()));
    json.endObject();
  }

  private static void write(JsonWriter json, PeerSighting sighting) throws IOException {
    Duration age = sighting.handshakeAge();
    json.beginObject();
    json.name("publicKey").value(sighting.publicKey().base64());
    json.name("handshakeSeconds").value(age == null ? null : age.toSeconds());
    json.name("receivedBytes").value(sighting.receivedBytes());
    json.name("sentBytes").value(sighting.sentBytes());
    json.endObject();
  }
}
