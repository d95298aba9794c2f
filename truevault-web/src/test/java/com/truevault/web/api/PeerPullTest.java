package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.api.TestAgent.Pull;
import com.truevault.web.host.Eventually;
import com.truevault.web.host.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent is given, on a real host with files. */
class PeerPullTest {
  @TempDir Path folder;
  private TestHost host;
  private Cast cast;
  private TestAgent agent;

  @BeforeEach
  void start() {
    host = TestHost.onFiles(folder);
    cast = new Cast(host);
    agent = TestAgent.of(host, Cast.SERVER);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void handsOutASignedListOfAllWhoMayConnect() {
    Member paying = cast.subscriber();
    Device device = cast.device(paying);
    Pull pull = settled();

    assertEquals(200, pull.status());
    JsonObject list = JsonParser.parseString(pull.text()).getAsJsonObject();
    assertEquals(Cast.SERVER, list.get("server").getAsString());
    assertEquals(2, list.getAsJsonArray("peers").size(), "the device and the probe");
    assertTrue(pull.text().contains(device.publicKey().base64()));
    assertEquals(
        '"' + list.get("epoch").getAsString() + "." + list.get("generation").getAsString() + '"',
        pull.tag());
    assertEquals(
        Duration.ofHours(72),
        Duration.between(
            java.time.Instant.parse(list.get("issuedAt").getAsString()),
            java.time.Instant.parse(list.get("expiresAt").getAsString())));
  }

  @Test
  void answersThatNothingIsNewer() {
    Pull first = settled();
    Pull second = agent.pull(0, first.tag());

    assertEquals(304, second.status());
    assertEquals("", second.text());
    assertEquals(first.tag(), second.tag());
    assertEquals(304, agent.pull(1, first.tag()).status());
  }

  @Test
  void wakesAWaitingAgentAtOnce() throws Exception {
    Member member = cast.subscriber();
    Device device = cast.device(member);
    String key = device.publicKey().base64();

    expectNews(key, false, () -> host.vault().users().block("system", member.user(), "test"));
    expectNews(key, true, () -> host.vault().users().unblock("system", member.user()));
    expectNews(key, false, () -> turn(member, device, false));
    expectNews(key, true, () -> turn(member, device, true));
    expectNews(key, false, () -> open(AccessLevel.VIP_ONLY));
    expectNews(
        key,
        true,
        () -> {
          host.vault().addresses().vouch("system", member.user());
          host.vault().vips().add("system", member.user().email(), "");
        });
    expectNews(key, false, () -> host.vault().devices().remove(member.user(), device.id()));
  }

  private void expectNews(String key, boolean isThere, Runnable act) throws Exception {
    Pull before = settled();
    assertEquals(!isThere, before.text().contains(key));
    CompletableFuture<Pull> waiting = agent.pullLater(30, before.tag());
    Eventually.found(
        "the agent", () -> Optional.of(host.vault().peerLists().waiting()).filter(n -> n > 0));

    act.run();

    Pull after = waiting.get(5, TimeUnit.SECONDS);
    assertEquals(200, after.status());
    assertEquals(isThere, after.text().contains(key));
  }

  private void turn(Member member, Device device, boolean on) {
    host.vault().devices().change(member.user(), device.id(), DeviceChange.toEnabled(on));
  }

  private void open(AccessLevel level) {
    Server server = host.vault().servers().require(new ServerKey(Cast.SERVER));
    host.vault()
        .servers()
        .change(
            "system",
            new Server(
                server.key(),
                server.label(),
                server.endpoint(),
                server.publicKey(),
                new Server.Access(level, null),
                server.state(),
                server.location(),
                server.hosting()));
  }

  private Pull settled() {
    host.vault().peerLists().publish();
    return agent.pull(0, null);
  }
}
