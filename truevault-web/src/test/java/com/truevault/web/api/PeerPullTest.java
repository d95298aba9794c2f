package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceId;
import com.truevault.device.DeviceStore;
import com.truevault.device.DeviceType;
import com.truevault.device.OperatingSystem;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.api.TestAgent.Pull;
import com.truevault.web.host.Eventually;
import com.truevault.web.host.TestHost;
import com.truevault.wireguard.AddressPool;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelName;
import com.truevault.wireguard.TunnelOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

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
        Duration.ofDays(3),
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

  @Test
  void letsWaitingAgentsGoWhenTheHostStops() throws Exception {
    CompletableFuture<Pull> waiting = agent.pullLater(60, settled().tag());
    Eventually.found(
        "the agent", () -> Optional.of(host.vault().peerLists().waiting()).filter(n -> n > 0));

    host.close();

    assertEquals(304, waiting.get(5, TimeUnit.SECONDS).status());
  }

  @Test
  void handsOutTenThousandDevicesCompressedInOneAnswer() {
    List<User> users = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      User user = cast.subscriber(Plan.BUSINESS).user();
      host.vault().vips().add("system", user.email(), "");
      users.add(host.vault().addresses().vouch("system", user));
    }
    DeviceStore devices = host.vault().storage().devices();
    host.vault()
        .storage()
        .transactions()
        .run(
            DataFile.DEVICES,
            () -> {
              for (int number = 0; number < 10_000; number++) {
                devices.add(numbered(number, users.get(number % 11)), TestHost.START);
              }
            });

    Pull pull = settled();

    JsonObject list = JsonParser.parseString(pull.text()).getAsJsonObject();
    assertEquals(10_001, list.getAsJsonArray("peers").size());
    int sent =
        Integer.parseInt(
            String.join("", Objects.requireNonNull(pull.headers().get("content-length"))));
    assertTrue(sent < pull.text().length() * 0.7, sent + " of " + pull.text().length());
    assertEquals(List.of("gzip"), pull.headers().get("content-encoding"));
  }

  private static Device numbered(int number, User user) {
    return new Device(
        new DeviceId("device-nr-" + number),
        user.id(),
        new Device.Profile("Phone " + number, DeviceType.MOBILE, OperatingSystem.IOS),
        Cast.key(),
        null,
        new AddressPool("10.8.0.0/14", "fd12:3456:789a::/64").address(number + 100),
        new TunnelName("phone-" + number),
        new ServerKey(Cast.SERVER),
        new TunnelOptions(DnsChoice.QUAD9, 1420, 25, TunnelMode.FULL),
        true,
        Device.Presence.NEVER,
        TestHost.START);
  }

  @Test
  void writesNoSecretOfAListToTheLog() {
    Member member = cast.subscriber();
    Device device = cast.device(member);
    host.vault()
        .devices()
        .change(
            member.user(),
            device.id(),
            new DeviceChange(null, null, null, null, null, true, DeviceChange.Tunnel.SAME));
    Logger ours = (Logger) LoggerFactory.getLogger("com.truevault");
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    ours.addAppender(seen);
    ours.setLevel(Level.TRACE);
    Pull pull = settled();
    agent.pull(0, pull.tag());
    ours.setLevel(null);
    ours.detachAppender(seen);

    String log = seen.list.stream().map(PeerPullTest::all).collect(Collectors.joining("\n"));
    assertTrue(log.contains("/api/v1/agent/peers"), log);
    assertFalse(log.contains(agent.credential()));
    Matcher secrets = Pattern.compile("presharedKey\":\"([^\"]+)").matcher(pull.text());
    int found = 0;
    while (secrets.find()) {
      assertFalse(log.contains(secrets.group(1)));
      found++;
    }
    assertEquals(2, found, "the device's and the probe's");
  }

  private static String all(ILoggingEvent event) {
    return event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy();
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
