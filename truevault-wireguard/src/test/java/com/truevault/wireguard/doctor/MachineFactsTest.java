package com.truevault.wireguard.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.truevault.peer.InterfacePlan;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SigningKey;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.list.PeerListWriter;
import com.truevault.wireguard.list.SignedList;
import com.truevault.wireguard.setup.Layout;
import com.truevault.wireguard.setup.Node;
import com.truevault.wireguard.setup.Setup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real machine in a namespace, set up and then broken in one way at a time. */
@NullUnmarked
@Tag("slow")
class MachineFactsTest {
  @TempDir private Path root;
  private final InstantSource clock = InstantSource.system();
  private Node node;
  private HttpServer panel;
  private int status = 304;

  @BeforeEach
  void setUp() throws IOException {
    node = Node.in(root);
    panel = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    panel.createContext(
        "/api/v1/agent/peers",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    panel.start();
    new Setup(node.layout(), node.program(), line -> {}).perform(node.options());
    enrol();
  }

  /** Leaves what an agent leaves that has its first list. */
  private void enrol() throws IOException {
    String key = node.must("wg show " + node.tunnel() + " public-key").strip();
    SigningKey signing = SigningKey.generate(new RandomIds(new SecureRandom()));
    PeerList list = list(key, clock.instant());
    write("peers.list", SignedList.sign(PeerListWriter.bytes(list), signing));
    write("credential", "a credential\n2026-03-01T12:00:00Z\n".getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    if (panel != null) {
      panel.stop(0);
    }
    if (node != null) {
      node.close();
    }
  }

  @Test
  void findsNothingOnAServerThatWasJustSetUp() {
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesForwardingThatIsOff() {
    node.must("sysctl -w net.ipv4.ip_forward=0");
    node.must("sysctl -w net.ipv6.conf.all.forwarding=0");
    assertEquals(List.of("forwarding-off-ipv4", "forwarding-off-ipv6"), names(clock));
    node.must("sysctl -p " + node.layout().sysctl());
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesMissingRules() {
    node.must("nft flush chain inet truevault postrouting");
    assertEquals(List.of("nat-missing-ipv4", "nat-missing-ipv6"), names(clock));
    node.must("nft delete table inet truevault");
    assertEquals(List.of("rules-missing"), names(clock));
    node.must("nft -f " + node.layout().rules());
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesAKeyThatIsNotTheListsKey() throws IOException {
    Path other = Files.writeString(root.resolve("other"), node.must("wg genkey"));
    node.must("wg set " + node.tunnel() + " private-key " + other);
    assertEquals(List.of("key-mismatch"), names(clock));
    node.must("/bin/sh " + node.layout().script());
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesAnMtuThatDoesNotFit() {
    node.must("ip link set dev " + node.tunnel() + " mtu 1500");
    assertEquals(List.of("mtu-too-large"), names(clock));
    node.must("ip link set dev " + node.tunnel() + " mtu 1420");
    node.must("ip link set dev up0 mtu 1400");
    assertEquals(List.of("mtu-too-large"), names(clock));
  }

  @Test
  void namesAPortThatIsClosed() {
    node.must("wg set " + node.tunnel() + " listen-port 40000");
    assertEquals(List.of("port-closed"), names(clock));
    new Setup(node.layout(), node.program(), line -> {}).perform(node.options());
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesAFirewallThatDropsThePort() {
    node.must("nft insert rule inet truevault input udp dport 51820 drop");
    assertEquals(List.of("port-blocked"), names(clock));
    node.must("nft -f " + node.layout().rules());
    node.must("nft add table ip filter");
    node.must(
        "nft add chain ip filter INPUT { type filter hook input priority 0 ; policy drop ; }");
    Finding blocked = findings(clock).get(0);
    assertEquals("port-blocked", blocked.name());
    node.must(blocked.fix().substring(0, blocked.fix().indexOf(',')));
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesAFirewallThatDropsWhatPassesThrough() {
    node.must("nft add table ip filter");
    node.must(
        "nft add chain ip filter FORWARD { type filter hook forward priority 0 ; policy drop ; }");
    Finding blocked = findings(clock).get(0);
    assertEquals("forwarding-blocked", blocked.name());
    Stream.of(blocked.fix().split("; ", -1)).limit(2).forEach(node::must);
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesAnInterfaceThatIsDownOrGoneOrHasNoAddress() {
    node.must("ip address delete 10.8.0.1/14 dev " + node.tunnel());
    Finding missing = findings(clock).get(0);
    assertEquals("address-missing", missing.name());
    node.must(missing.fix());
    node.must("ip link set dev " + node.tunnel() + " down");
    assertEquals(List.of("interface-down"), names(clock));
    node.must("ip link delete dev " + node.tunnel());
    assertEquals(List.of("interface-missing"), names(clock));
    node.must("/bin/sh " + node.layout().script());
    assertEquals(List.of(), names(clock));
  }

  @Test
  void namesADiskThatIsNearlyFull() throws IOException {
    Path state = node.layout().state();
    node.outside("mount -t tmpfs -o size=80m,mode=0700 none " + state);
    try {
      enrol();
      assertEquals(List.of(), names(clock));
      node.outside("fallocate -l 40m " + state.resolve("filler"));
      assertEquals(List.of("disk-full"), names(clock));
    } finally {
      node.outside("umount " + state);
    }
  }

  @Test
  void namesAClockThatIsOff() {
    Finding off = findings(clock(Duration.ofMinutes(10))).get(0);
    assertEquals("clock-off", off.name());
    assertTrue(
        off.found().matches("this clock is (599|600|601) s ahead of the panel's"), off.found());
    assertEquals(List.of("clock-off"), names(clock(Duration.ofMinutes(-10))));
  }

  @Test
  void namesAListThatIsOld() {
    assertEquals(List.of("clock-off", "list-stale"), names(clock(Duration.ofHours(30))));
    assertEquals(List.of("clock-off", "list-expired"), names(clock(Duration.ofHours(80))));
  }

  @Test
  void namesWhatThePanelAnswers() throws IOException {
    status = 401;
    assertEquals(List.of("credential-refused"), names(clock));
    status = 503;
    assertEquals(List.of("panel-answers-oddly"), names(clock));
    panel.stop(0);
    assertEquals(List.of("panel-unreachable"), names(clock));
    Files.delete(node.layout().state().resolve("credential"));
    assertEquals(List.of("not-enrolled"), names(clock));
  }

  @Test
  void namesFilesThatOthersMayRead() throws IOException {
    Layout layout = node.layout();
    Files.setPosixFilePermissions(layout.key(), PosixFilePermissions.fromString("rw-r--r--"));
    Finding open = findings(clock).get(0);
    assertEquals("access-too-open", open.name());
    node.must(open.fix());
    assertEquals(List.of(), names(clock));
  }

  private List<String> names(InstantSource time) {
    return findings(time).stream().map(Finding::name).toList();
  }

  private List<Finding> findings(InstantSource time) {
    URI address = URI.create("http://127.0.0.1:" + panel.getAddress().getPort() + "/");
    PanelDoor door = new PanelDoor(address, node.layout().state().resolve("credential"), time);
    return AgentDoctor.examine(
        new MachineFacts(node.tunnel(), node.layout(), node.program(), door));
  }

  private InstantSource clock(Duration ahead) {
    return () -> clock.instant().plus(ahead);
  }

  private static PeerList list(String key, Instant issuedAt) {
    return new PeerList(
        new ServerKey("fra_1"),
        new ListVersion(1, 42),
        issuedAt,
        issuedAt.plus(Duration.ofDays(3)),
        new InterfacePlan(
            new PublicKey(key), 51820, List.of("10.8.0.1/14", "fd12:3456:789a::1/64"), 1420),
        false,
        null,
        List.of());
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = node.layout().state().resolve(name);
    Files.write(file, bytes);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
