package com.truevault.web.page.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.health.HealthDay;
import com.truevault.health.MaintenanceWindow;
import com.truevault.health.Tally;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.UptimeBars;
import com.truevault.web.page.site.ServerState.Knowledge;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final Instant CHECKED = Instant.parse("2026-11-22T20:15:30Z");
  private static final ServerKey KEY_OF_ALL = new ServerKey("east_1");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private final Messages messages = new Messages(Locale.ENGLISH);

  @Test
  void aServerThatNothingCheckedIsNeitherUpNorDown() {
    var page = page(server(true, null), server(false, null));
    for (StatusPage.Line line : page.servers()) {
      assertEquals(new Badge(Tone.PLAIN, "Not checked yet"), line.badge());
    }
    assertEquals(new Badge(Tone.PLAIN, "Not checked yet"), page.overall());
  }

  @Test
  void allServersAreUpOnlyIfAllWereChecked() {
    assertEquals(
        new Badge(Tone.GOOD, "All servers are up"),
        page(server(true, CHECKED), server(true, CHECKED)).overall());
    assertEquals(
        new Badge(Tone.PLAIN, "1 of 2 are up, the others not checked yet"),
        page(server(true, CHECKED), server(true, null)).overall());
  }

  @Test
  void oneServerThatIsDownIsSaidWhateverTheOthersAre() {
    assertEquals(
        new Badge(Tone.BAD, "Some servers are down"),
        page(server(false, CHECKED), server(true, CHECKED), server(true, null)).overall());
    assertEquals(
        new Badge(Tone.BAD, "No server is up"),
        page(server(false, CHECKED), server(true, null)).overall());
  }

  @Test
  void whatChecksFoundOfflineIsDownThoughNoCheckEverReachedIt() {
    assertEquals(
        new Badge(Tone.BAD, "No server is up"),
        page(new Knowledge(Set.of(KEY_OF_ALL), Set.of()), server(false, null)).overall());
  }

  @Test
  void aServerThatIsWorkedOnIsNeitherUpNorDown() {
    var page = page(new Knowledge(Set.of(), Set.of(KEY_OF_ALL)), server(false, CHECKED));

    assertEquals(new Badge(Tone.WARN, "Under maintenance"), page.servers().get(0).badge());
    assertEquals(new Badge(Tone.PLAIN, "Not checked yet"), page.overall());
  }

  @Test
  void announcesMaintenanceOfTheServersShownAlone() {
    assertEquals(
        List.of(new StatusPage.Planned("East 1", CHECKED, CHECKED.plusSeconds(60), "disks")),
        page(server(true, CHECKED)).planned());
  }

  @Test
  void aCityThatTheNameSaysAlreadyIsLeftOut() {
    assertEquals("United States", StatusPage.place(server("New York", "new york")));
    assertEquals("New York, United States", StatusPage.place(server("East 1", "New York")));
    assertEquals("United States", StatusPage.place(server("East 1", "")));
  }

  private StatusPage page(Server... servers) {
    return page(Knowledge.NONE, servers);
  }

  private StatusPage page(Knowledge knowledge, Server... servers) {
    return StatusPage.from(
        List.of(servers),
        knowledge,
        key -> UptimeBars.ofDays(List.of(new HealthDay(LocalDate.EPOCH, Tally.NONE)), messages),
        List.of(
            new MaintenanceWindow("w1", KEY_OF_ALL, CHECKED, CHECKED.plusSeconds(60), "disks"),
            new MaintenanceWindow(
                "w2", new ServerKey("hidden"), CHECKED, CHECKED.plusSeconds(60), "secret")),
        messages);
  }

  private static Server server(boolean online, @Nullable Instant checked) {
    return server("East 1", "New York", new Server.State(true, online, checked));
  }

  private static Server server(String name, String city) {
    return server(name, city, new Server.State(true, true, CHECKED));
  }

  private static Server server(String name, String city, Server.State state) {
    return new Server(
        KEY_OF_ALL,
        new Server.Label(name, "", "", 0),
        new Endpoint("192.0.2.10", 51820),
        new PublicKey(KEY),
        new Server.Access(AccessLevel.PUBLIC, null),
        state,
        new Server.Location("United States", city, ""),
        new Server.Hosting("", null));
  }
}
