package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.truevault.server.ServerKey;
import com.truevault.web.host.TestHost;
import com.truevault.web.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How agents join, are known and report, on a real host with files. */
class AgentApiTest {
  private static final String AGENT_OF_SERVER = "/api/v1/admin/servers/" + Cast.SERVER + "/agent";

  @TempDir Path folder;
  private TestHost host;
  private Cast cast;
  private Client admin;

  @BeforeEach
  void start() {
    host = TestHost.onFiles(folder);
    cast = new Cast(host);
    admin = cast.client(cast.administrator());
  }

  @AfterEach
  void stop() {
    host.close();
  }

  private String token() {
    Answer made = admin.send("POST", "/api/v1/admin/servers/" + Cast.SERVER + "/enrolments", null);
    assertEquals(201, made.status(), made.body());
    return made.text("token");
  }

  @Test
  void anAgentJoinsOnceWithAToken() {
    String token = token();
    Answer first = TestAgent.enrol(host, token);
    assertEquals(201, first.status());
    assertEquals(Cast.SERVER, first.text("serverKey"));

    Answer second = TestAgent.enrol(host, token);
    assertEquals(401, second.status());
    assertEquals("enrolment-token-invalid", second.code());
    assertTrue(second.text("detail").contains("truevault admin server enrol"));
  }

  @Test
  void aTokenExpiresAfterHalfAnHour() {
    String token = token();
    host.clock().advance(Duration.ofMinutes(30));

    assertEquals("enrolment-token-invalid", TestAgent.enrol(host, token).code());
  }

  @Test
  void aCredentialIsKeptUntilTheNewOneWasUsed() {
    TestAgent old = TestAgent.of(host, Cast.SERVER);
    Answer rotated = old.client().send("POST", "/api/v1/agent/credentials", null);
    assertEquals(201, rotated.status());
    TestAgent fresh = old.with(rotated.text("credential"));
    assertNotEquals(old.credential(), fresh.credential());

    assertEquals(200, old.pull(0, null).status());
    assertEquals(200, fresh.pull(0, null).status());
    assertEquals(401, old.pull(0, null).status());
  }

  @Test
  void usersAndAgentsAreNotTakenForEachOther() {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);

    assertEquals(401, agent.client().get("/api/v1/me").status());
    assertEquals(401, agent.client().get("/api/v1/admin/servers").status());
    assertEquals("agent-unknown", admin.get("/api/v1/agent/peers").code());
  }

  @Test
  void aRevokedAgentIsOutEvenIfItWaits() throws Exception {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);
    var waiting = agent.pullLater(30, agent.pull(0, null).tag());

    assertEquals(204, admin.delete(AGENT_OF_SERVER).status());
    host.vault().peerLists().raiseEpoch("system");

    assertEquals(401, waiting.get().status());
    assertEquals(401, agent.pull(0, null).status());
  }

  @Test
  void administratorsSeeWhatAnAgentReported() {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);
    String version = agent.pull(0, null).tag().replace("\"", "");
    assertEquals(204, agent.client().post("/api/v1/agent/reports", report(version)).status());

    JsonObject delivery = admin.get(AGENT_OF_SERVER).json();
    assertEquals(version, delivery.get("version").getAsString());
    assertFalse(delivery.get("isLagging").getAsBoolean());
    JsonObject report = delivery.getAsJsonObject("report");
    assertEquals(version, report.get("applied").getAsString());
    assertEquals(7, report.get("present").getAsInt());
    assertEquals(-3000, report.get("clockSkewMillis").getAsLong());
    assertEquals("shrinkage", report.getAsJsonObject("refusal").get("kind").getAsString());
    assertEquals("two lines", report.getAsJsonObject("refusal").get("detail").getAsString());
  }

  @Test
  void aReportOfTenThousandPeersIsTaken() {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);
    Map<String, Object> report = report("1.1");
    List<Map<String, Object>> peers = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      peers.add(
          Samples.of(
              "publicKey", Cast.key().base64(),
              "handshakeSeconds", 12_345L,
              "receivedBytes", 123_456_789_012L,
              "sentBytes", 123_456_789_012L));
    }
    report.put("peers", peers);
    assertTrue(Json.text(report).length() > 1_000_000);

    assertEquals(204, agent.client().post("/api/v1/agent/reports", report).status());
  }

  @Test
  void administratorsConfirmAListAndBeginAnEpoch() {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);
    String version = agent.pull(0, null).tag().replace("\"", "");
    String confirmations = "/api/v1/admin/servers/" + Cast.SERVER + "/confirmations";

    assertEquals(204, admin.post(confirmations, Map.of("version", version)).status());
    assertEquals("list-changed", admin.post(confirmations, Map.of("version", version)).code());
    assertTrue(agent.pull(0, null).text().contains("\"confirmed\":{\"by\":"));

    assertEquals(204, admin.send("POST", "/api/v1/admin/epochs", null).status());
    long seconds = host.clock().instant().getEpochSecond();
    assertEquals("\"" + seconds + ".1\"", agent.pull(0, null).tag());
  }

  @Test
  void versionsGoOnAfterARestart() {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);
    cast.device(cast.subscriber());
    host.vault().peerLists().publish();
    String before = agent.pull(0, null).tag();
    String key = host.vault().nodeKeys().signing().verifyingKey().base64();
    host.close();

    try (var storage = com.truevault.sqlite.SqliteStorage.open(folder)) {
      var rows = storage.peerLists().all();
      assertTrue(
          rows.stream()
              .filter(row -> row.server().equals(new ServerKey(Cast.SERVER)))
              .anyMatch(row -> before.equals("\"" + row.version() + "\"")));
      assertTrue(
          storage.nodeKeys().find(com.truevault.peer.NodeKey.Purpose.LIST).stream()
              .anyMatch(row -> row.publicKey().equals(key)));
    }
  }

  private static Map<String, Object> report(String version) {
    Map<String, Object> report =
        Samples.of(
            "software",
            "test",
            "applied",
            version,
            "appliedAt",
            TestHost.START.toString(),
            "wanted",
            7,
            "present",
            7,
            "unexpected",
            0);
    report.putAll(
        Samples.of(
            "missing", List.of(),
            "strangers", List.of(),
            "publicKey", Cast.key().base64(),
            "port", 51820,
            "freeBytes", 1,
            "sentAt", TestHost.START.minusSeconds(3).toString(),
            "peers", List.of()));
    report.put(
        "refusal", Samples.of("kind", "shrinkage", "detail", "two\nlines", "version", "1.2"));
    return report;
  }
}
