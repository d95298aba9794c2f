package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.health.Condition;
import com.truevault.health.HealthCheck;
import com.truevault.health.HealthKind;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.user.User;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthPagesTest {
  private static final ServerKey TORONTO = new ServerKey("toronto");
  private static final ServerKey MONTREAL = new ServerKey("montreal");

  private final Visits visits = new Visits();

  @BeforeEach
  void addServers() {
    visits.addServer();
    visits
        .host()
        .vault()
        .servers()
        .add(
            "system",
            new Server(
                MONTREAL,
                new Server.Label("=Montreal", "", "", 1),
                new Endpoint("192.0.2.11", 51820),
                new PublicKey("xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg="),
                new Server.Access(AccessLevel.PUBLIC, null),
                new Server.State(true, true, null),
                new Server.Location("Canada", "Montreal", ""),
                new Server.Hosting("", null)));
  }

  @AfterEach
  void close() {
    visits.close();
  }

  private Instant now() {
    return visits.host().clock().instant();
  }

  private void breakDown(ServerKey server) {
    visits
        .host()
        .vault()
        .storage()
        .serverHealth()
        .put(List.of(new Condition(server, 2, now(), now().minusSeconds(600))));
  }

  private void check(ServerKey server, int good, int bad) {
    var health = visits.host().vault().storage().serverHealth();
    health.add(
        IntStream.range(0, good + bad)
            .mapToObj(
                i ->
                    new HealthCheck(
                        server,
                        now(),
                        i < good ? HealthKind.UP : HealthKind.PORT_CLOSED,
                        i < good ? Duration.ofMillis(20) : null,
                        "seen",
                        false))
            .toList());
    health.countHours(Instant.EPOCH);
    health.countDays(LocalDate.EPOCH);
  }

  private String admin() {
    return visits.token(visits.administrator());
  }

  @Test
  void leadsFromAServerInTroubleToTheFileForAnotherByOneClick() {
    User ann = visits.customer("ann@example.com");
    visits.subscribe(ann);
    visits.addDevice(ann, "Phone");
    String token = visits.token(ann);
    assertFalse(visits.get("/dashboard", token).contains("has trouble"));
    breakDown(TORONTO);

    String dashboard = visits.get("/dashboard", token);
    var device = visits.host().vault().devices().of(ann).get(0);
    String move = "/devices/" + device.id() + "/server";
    assertTrue(dashboard.contains("Phone: Toronto has trouble"), dashboard);
    assertTrue(dashboard.contains("action=\"" + move + "\""), dashboard);
    assertTrue(
        visits.get("/devices/" + device.id(), token).contains("Use =Montreal and get its file"));

    var moved = visits.post(move, token, "server=montreal");
    assertEquals(
        "/devices/" + device.id() + "?done=device.switched#new-file",
        moved.headers().firstValue("Location").orElse(""));
    assertFalse(visits.get("/dashboard", token).contains("has trouble"));
    assertEquals(409, visits.post(move, token, "server=toronto").statusCode());
  }

  @Test
  void offersServersInTroubleToNoNewDeviceAndSaysWhy() {
    User ann = visits.customer("ann@example.com");
    visits.subscribe(ann);
    breakDown(TORONTO);

    String page = visits.get("/devices/new", visits.token(ann));
    assertTrue(
        page.contains(
            "<option value=\"toronto\" disabled>Toronto – Canada (does not answer at the"
                + " moment)</option>"),
        page);
    assertTrue(page.contains("<option value=\"montreal\" selected>"), page);
    breakDown(MONTREAL);
    assertTrue(
        visits.get("/devices/new", visits.token(ann)).contains("No server is available"), page);
  }

  @Test
  void showsEverybodyHowServersWereAndWhatIsPlanned() {
    check(TORONTO, 3, 1);
    visits
        .host()
        .vault()
        .health()
        .planned()
        .add("system", MONTREAL, now().minusSeconds(9), now().plusSeconds(999), "new <disks>");

    String page = visits.get("/status", "");
    assertTrue(page.contains("75 % online on the last 90 days"), page);
    assertTrue(page.contains("1 day with interruptions"), page);
    assertTrue(page.contains("Under maintenance"), page);
    assertTrue(page.contains("new &lt;disks"), page);
    String json = visits.get("/api/v1/status", "");
    assertTrue(json.contains("\"percentOnline\":75"), json);
    assertTrue(json.contains("\"serverKey\":\"montreal\",\"startsAt\""), json);
  }

  @Test
  void plansMaintenanceAndCallsItOff() {
    String token = admin();
    String path = "/admin/servers/toronto/maintenance";
    assertEquals(400, visits.post(path, token, "start=soon&minutes=60").statusCode());
    assertEquals(400, visits.post(path, token, "start=2001-01-01T00:00&minutes=60").statusCode());

    var planned = visits.post(path, token, "start=2126-01-01T10:00&minutes=90&note=disks");
    assertEquals(
        "/admin/servers/toronto?done=maintenance.planned",
        planned.headers().firstValue("Location").orElse(""));
    var window = visits.host().vault().health().planned().list().get(0);
    assertEquals(Instant.parse("2126-01-01T11:30:00Z"), window.end());
    assertTrue(visits.get("/admin/servers/toronto", token).contains("disks"));

    visits.post(path + "/" + window.id() + "/cancel", token, "");
    assertEquals(List.of(), visits.host().vault().health().planned().list());
  }

  @Test
  void reportsAMonthAsPageAndAsCommaSeparatedValues() {
    check(TORONTO, 3, 1);
    check(MONTREAL, 1, 0);
    String token = admin();
    String month = visits.host().vault().health().uptime().thisMonth().toString();

    assertTrue(visits.get("/admin/servers/toronto/uptime", token).contains(">75 %<"));
    assertTrue(visits.get("/admin/uptime", token).contains("Toronto"));
    String csv = visits.get("/admin/uptime.csv?month=" + month, token);
    assertTrue(csv.contains("toronto,\"Toronto\"," + month + ",4,0,1,75.0000,0,0,20\r\n"), csv);
    assertTrue(csv.contains("montreal,\"'=Montreal\","), csv);
    assertTrue(
        visits.get("/admin/servers/toronto/uptime?month=2001-01", token).contains("January 2001"));
    assertTrue(visits.get("/api/v1/admin/uptime?month=2026-13", token).contains("must be a month"));
  }

  @Test
  void showsAdministratorsWhatChecksFound() {
    check(TORONTO, 1, 1);

    String page = visits.get("/admin/servers/toronto", admin());
    assertTrue(page.contains("Port closed"), page);
    assertTrue(page.contains("20 ms"), page);
  }
}
