package com.truevault.wireguard.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@Tag("slow")
class NetworkLabTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration BRIEFLY = Duration.ofMillis(500);

  private NetworkLab lab;

  @BeforeEach
  void openLab() throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    lab = NetworkLab.open();
  }

  @AfterEach
  void closeLab() {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void bringsAPageToAClientThroughATunnelAlone() throws Exception {
    WebPage page = lab.page("page", "203.0.113.80", "hello from behind");
    Client client = lab.client("phone", "198.51.100.21");
    assertEquals(Optional.empty(), client.fetch(page.url(), BRIEFLY));

    connect(client);

    assertEquals(Optional.of("hello from behind"), client.fetch(page.url(), SOON));
    assertTrue(client.handshake().isPresent());

    client.down();
    assertEquals(Optional.empty(), client.fetch(page.url(), BRIEFLY));
  }

  @Test
  void measuresForHowLongAStreamStopped() throws Exception {
    WebPage page = lab.page("page", "203.0.113.80", "hello");
    Client client = lab.client("phone", "198.51.100.21");
    WireGuardLink server = connect(client);
    try (EchoStream stream = client.stream(page)) {
      stream.awaitEcho(SOON);
      stream.restart();
      Wait.until("a hundred echoes", SOON, () -> stream.report().received() > 100);
      assertTrue(stream.report().longestGap().toMillis() < 2000, stream.report()::toString);

      String peer = server.dump().get(1).split("\t", -1)[0];
      server.set("peer", peer, "remove");
      Wait.until("a gap", SOON, () -> stream.report().longestGap().toMillis() > 2500);
      server.set("peer", peer, "allowed-ips", "10.8.0.2/32");
      stream.awaitEcho(Duration.ofSeconds(30));
    }
  }

  @Test
  void makesAnInterfaceAnewWithoutItsPeers() throws Exception {
    Client client = lab.client("phone", "198.51.100.21");
    WireGuardLink server = connect(client);
    assertEquals(2, server.dump().size());
    server.delete();
    assertFalse(server.exists());
    server.recreate();
    assertTrue(server.exists());
    assertEquals(1, server.dump().size());
  }

  @Test
  void letsAnUnprivilegedUserSteerAnInterface() {
    Node server = lab.node("server", "192.0.2.11");
    WireGuardLink link = server.interfaceUp("wg", server.run("wg", "genkey"), 51820, 61_820);
    assertEquals(
        link.publicKey(),
        server.run(
            "setpriv",
            "--reuid=61820",
            "--clear-groups",
            "--inh-caps=-all,+net_admin",
            "--ambient-caps=-all,+net_admin",
            "wg",
            "show",
            link.name(),
            "public-key"));
  }

  @Test
  void bridgesANodesPortToAPortOutside() throws Exception {
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 5);
          exchange.getResponseBody().write("panel".getBytes(UTF_8));
          exchange.close();
        });
    outside.start();
    try {
      lab.bridge(lab.node("panel", "192.0.2.1"), 8080, outside.getAddress().getPort());
      Client client = lab.client("phone", "198.51.100.21");
      for (int i = 0; i < 20; i++) {
        assertEquals(Optional.of("panel"), client.fetch("http://192.0.2.1:8080/", SOON));
      }
    } finally {
      outside.stop(0);
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    WebPage page = lab.page("page", "203.0.113.80", "hello");
    Client client = lab.client("phone", "198.51.100.21");
    Path socket = connect(client).socket();
    client.stream(page);
    lab.bridge(lab.node("panel", "192.0.2.1"), 8080, 9);
    Process own = client.node().start("sleep", "1000");
    String tag = client.node().name().split("-", -1)[0];
    Path folder = lab.folder();
    assertTrue(Tools.run(List.of("ip", "netns", "list")).contains(tag));

    lab.close();

    assertFalse(Tools.run(List.of("ip", "netns", "list")).contains(tag));
    assertFalse(own.isAlive());
    assertFalse(Files.exists(folder));
    assertFalse(Files.exists(socket));
    assertFalse(
        ProcessHandle.current().descendants().anyMatch(ProcessHandle::isAlive),
        () -> ProcessHandle.current().descendants().map(ProcessHandle::info).toList().toString());
  }

  private WireGuardLink connect(Client client) throws Exception {
    Node server = lab.node("server", "192.0.2.11");
    server.masquerade();
    WireGuardLink link = server.interfaceUp("wg", Tools.run(List.of("wg", "genkey")), 51820);
    link.addAddress("10.8.0.1/14");
    String key = Tools.run(List.of("wg", "genkey"));
    link.set("peer", Tools.feed(key, List.of("wg", "pubkey")), "allowed-ips", "10.8.0.2/32");
    client.up(
        """
        [Interface]
        PrivateKey = %s
        Address = 10.8.0.2/32, fd00:8::2/128
        DNS = 192.0.2.53
        MTU = 1420

        [Peer]
        PublicKey = %s
        AllowedIPs = 0.0.0.0/0, ::/0
        Endpoint = 192.0.2.11:51820
        PersistentKeepalive = 25
        """
            .formatted(key, link.publicKey()));
    return link;
  }
}
