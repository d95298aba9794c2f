package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.truevault.agent.PeerSighting;
import com.truevault.device.Device;
import com.truevault.server.ServerKey;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports become for the owner of a device, on nine files. */
class ActivityTest {
  @TempDir Path folder;
  private TestHost host;
  private Cast cast;
  private Member owner;
  private Device phone;

  @BeforeEach
  void aDevice() {
    host = TestHost.onFiles(folder.resolve("data"));
    cast = new Cast(host);
    owner = cast.subscriber();
    phone = cast.device(owner);
  }

  @AfterEach
  void close() {
    host.close();
  }

  private JsonObject get(String what) {
    return cast.client(owner).get("/api/v1/devices/" + phone.id() + "/" + what).json();
  }

  private void seen(String server, int age, long received, long sent) {
    host.vault()
        .traffic()
        .seen(
            new ServerKey(server),
            host.clock().instant(),
            List.of(new PeerSighting(phone.publicKey(), Duration.ofSeconds(age), received, sent)));
  }

  @Test
  void tellsWhatToDoBeforeTheFirstConnection() {
    JsonObject status = get("status");

    assertFalse(status.get("online").getAsBoolean());
    assertTrue(status.get("lastSeen").isJsonNull());
    assertTrue(status.get("allowed").getAsBoolean());
    assertTrue(status.get("nextStep").getAsString().contains("WireGuard app"));
    assertEquals("[]", status.get("servers").toString());
    assertEquals("{\"received\":0,\"sent\":0}", status.get("bytesThisMonth").toString());
  }

  @Test
  void showsADeviceThatAnAgentSawAsConnected() {
    seen(Cast.SERVER, 10, 100, 3_000);

    JsonObject status = get("status");
    assertTrue(status.get("online").getAsBoolean());
    assertEquals("2031-05-06T07:05:00.000Z", status.get("lastSeen").getAsString());
    assertTrue(status.get("nextStep").isJsonNull());
    assertEquals("{\"received\":3000,\"sent\":100}", status.get("bytesThisMonth").toString());
    assertEquals(
        "[{\"serverKey\":\"new_york\",\"lastSeen\":\"2031-05-06T07:05:00.000Z\",\"now\":true}]",
        status.get("servers").toString());
    assertFalse(status.get("seenElsewhere").getAsBoolean());
    assertTrue(
        cast.client(owner)
            .get("/api/v1/devices/" + phone.id())
            .json()
            .get("isOnline")
            .getAsBoolean());
  }

  @Test
  void saysWhenTwoServersSeeADeviceAtOnce() {
    seen(Cast.SERVER, 10, 1, 1);
    seen("toronto", 10, 1, 1);
    assertTrue(get("status").get("seenElsewhere").getAsBoolean());

    host.clock().advance(Duration.ofMinutes(2));
    seen("toronto", 10, 2, 2);
    host.clock().advance(Duration.ofMinutes(1));
    assertFalse(get("status").get("seenElsewhere").getAsBoolean());
  }

  @Test
  void saysWhichServersAlreadyLetADeviceConnect() {
    TestAgent agent = TestAgent.of(host, Cast.SERVER);
    host.vault().peerLists().publish();
    assertEquals("[]", get("status").get("delivered").toString());

    agent.client().post("/api/v1/agent/reports", report(List.of(phone.publicKey().base64())));
    assertEquals(
        "[{\"serverKey\":\"new_york\",\"delivered\":false}]",
        get("status").get("delivered").toString());

    agent.client().post("/api/v1/agent/reports", report(List.of()));
    assertEquals(
        "[{\"serverKey\":\"new_york\",\"delivered\":true}]",
        get("status").get("delivered").toString());

    cast.leaveUnpaid(owner);
    host.vault().users().block("test", owner.user(), "unpaid");
    host.vault().peerLists().publish();
    assertEquals("[]", get("status").get("delivered").toString());
  }

  private Map<String, Object> report(List<String> missing) {
    String applied =
        host.vault()
            .peerLists()
            .current(new ServerKey(Cast.SERVER))
            .orElseThrow()
            .version()
            .toString();
    Map<String, Object> report =
        Samples.of(
            "software",
            "test",
            "applied",
            applied,
            "wanted",
            2,
            "present",
            2 - missing.size(),
            "unexpected",
            0,
            "missing",
            missing,
            "strangers",
            List.of(),
            "port",
            51820,
            "freeBytes",
            1_000_000,
            "sentAt",
            host.clock().instant().toString());
    report.put("peers", List.of());
    return report;
  }

  @Test
  void namesNoServerThatTheOwnerMayNotSee() {
    seen(Cast.VIP_SERVER, 10, 1, 1);

    assertEquals("[]", get("status").get("servers").toString());
  }

  @Test
  void tellsWhyADeviceIsOffAndWhatHelps() {
    cast.client(owner).patch("/api/v1/devices/" + phone.id(), Map.of("status", "disabled"));
    assertEquals("device-disabled", get("status").get("reasonCode").getAsString());
    assertFalse(get("status").get("allowed").getAsBoolean());
    assertTrue(get("status").get("nextStep").getAsString().contains("Switch the device on"));

    cast.leaveUnpaid(owner);
    assertEquals("payment-missing", get("status").get("reasonCode").getAsString());
    assertTrue(get("status").get("nextStep").getAsString().contains("payment"));
  }

  @Test
  void listsHoursOrDaysWithTheirTotal() {
    seen(Cast.SERVER, 10, 1, 10);
    host.clock().advance(Duration.ofHours(1));
    seen(Cast.SERVER, 10, 3, 30);

    JsonObject day = get("traffic?period=day");
    assertEquals("day", day.get("period").getAsString());
    assertEquals("{\"received\":30,\"sent\":3}", day.get("total").toString());
    assertEquals(24, day.getAsJsonArray("amounts").size());
    assertEquals(
        "{\"startsAt\":\"2031-05-06T08:00:00.000Z\",\"received\":20,\"sent\":2}",
        day.getAsJsonArray("amounts").get(23).toString());
    assertEquals(7, get("traffic").getAsJsonArray("amounts").size());
    assertEquals(30, get("traffic?period=month").getAsJsonArray("amounts").size());
  }

  @Test
  void refusesAPeriodThatThereIsNot() {
    Answer answer =
        cast.client(owner).get("/api/v1/devices/" + phone.id() + "/traffic?period=year");

    assertEquals(400, answer.status());
    assertEquals("invalid-fields", answer.code());
    assertTrue(answer.body().contains("day, week, month"));
  }
}
