package com.truevault.web.page.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final Instant CHECKED = Instant.parse("2026-11-22T20:15:30Z");
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
  void aCityThatTheNameSaysAlreadyIsLeftOut() {
    assertEquals("United States", StatusPage.place(server("New York", "new york")));
    assertEquals("New York, United States", StatusPage.place(server("East 1", "New York")));
    assertEquals("United States", StatusPage.place(server("East 1", "")));
  }

  private StatusPage page(Server... servers) {
    return StatusPage.from(List.of(servers), messages);
  }

  private static Server server(boolean online, @Nullable Instant checked) {
    return server("East 1", "New York", new Server.State(true, online, checked));
  }

  private static Server server(String name, String city) {
    return server(name, city, new Server.State(true, true, CHECKED));
  }

  private static Server server(String name, String city, Server.State state) {
    return new Server(
        new ServerKey("east_1"),
        new Server.Label(name, "", "", 0),
        new Endpoint("192.0.2.10", 51820),
        new PublicKey(KEY),
        new Server.Access(AccessLevel.PUBLIC, null),
        state,
        new Server.Location("United States", city, ""),
        new Server.Hosting("", null));
  }
}
