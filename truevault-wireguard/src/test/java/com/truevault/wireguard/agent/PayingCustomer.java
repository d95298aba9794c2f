package com.truevault.wireguard.agent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.peer.InterfacePlan;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.lab.Client;
import com.truevault.wireguard.lab.EchoStream;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.Wait;
import com.truevault.wireguard.lab.WebPage;
import com.truevault.wireguard.lab.WireGuardLink;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A VPN server and a customer of it whose traffic must not stop. */
final class PayingCustomer implements AutoCloseable {
  /** What WireGuard's own keepalive is; nobody notices less. */
  static final Duration KEEPALIVE = Duration.ofSeconds(25);

  private static final int PORT = 51820;
  private static final String SERVER = "192.0.2.11";

  private final NetworkLab lab;
  private final Node node;
  private final WireGuardLink server;
  private final Client client;
  private final EchoStream stream;
  private final Peer peer;
  private final InterfacePlan plan;
  private final Path keyFile;

  private PayingCustomer(NetworkLab lab, EndPoints ends) throws IOException {
    this.lab = lab;
    this.node = ends.node;
    this.server = ends.server;
    this.client = ends.client;
    this.peer = ends.peer;
    this.plan = ends.plan;
    this.keyFile = ends.keyFile;
    this.stream = client.stream(ends.page);
  }

  private record EndPoints(
      Node node,
      WireGuardLink server,
      Client client,
      Peer peer,
      InterfacePlan plan,
      Path keyFile,
      WebPage page) {}

  /** Makes both, with the peer on the interface of neither list nor agent yet. */
  static PayingCustomer in(NetworkLab lab) throws IOException {
    WebPage page = lab.page("page", "203.0.113.80", "hello");
    Node node = lab.node("server", SERVER);
    node.masquerade();
    String serverKey = node.run("wg", "genkey");
    WireGuardLink server = node.interfaceUp("wg", serverKey, PORT);
    Path keyFile = lab.folder().resolve("server.key");
    Files.writeString(keyFile, serverKey + "\n");
    String clientKey = node.run("wg", "genkey");
    Peer peer =
        new Peer(
            new PublicKey(node.feed(clientKey, "wg", "pubkey")),
            new PresharedKey(node.run("wg", "genpsk")),
            List.of(new AllowedIp("10.8.0.2/32"), new AllowedIp("fd00:8::2/128")));
    InterfacePlan plan =
        new InterfacePlan(
            new PublicKey(server.publicKey()), PORT, List.of("10.8.0.1/14", "fd00:8::1/64"), 1420);
    Client client = lab.client("phone", "198.51.100.21");
    client.up(configuration(clientKey, peer, server.publicKey()));
    return new PayingCustomer(lab, new EndPoints(node, server, client, peer, plan, keyFile, page));
  }

  private static String configuration(String key, Peer peer, String serverKey) {
    PresharedKey secret = peer.presharedKey();
    return """
    [Interface]
    PrivateKey = %s
    Address = 10.8.0.2/32, fd00:8::2/128
    MTU = 1420

    [Peer]
    PublicKey = %s
    PresharedKey = %s
    AllowedIPs = 0.0.0.0/0, ::/0
    Endpoint = %s:%d
    PersistentKeepalive = 25
    """
        .formatted(key, serverKey, secret == null ? "" : secret.base64(), SERVER, PORT);
  }

  Peer peer() {
    return peer;
  }

  InterfacePlan plan() {
    return plan;
  }

  WireGuardLink server() {
    return server;
  }

  Node node() {
    return node;
  }

  NetworkLab lab() {
    return lab;
  }

  AgentOptions options(java.net.URI panel, Path state) {
    return new AgentOptions(panel, server.name(), keyFile, state, node.prefix());
  }

  /** Forgets gaps until now. */
  void restart() throws IOException {
    stream.restart();
  }

  /** Waits until traffic flows and returns the longest time it did not since the last restart. */
  Duration longestGap() throws IOException {
    stream.awaitEcho(KEEPALIVE.plusSeconds(5));
    long enough = stream.report().received() + 10;
    Wait.until("ten more echoes", KEEPALIVE, () -> stream.report().received() >= enough);
    return stream.report().longestGap();
  }

  /** Handshake, received and sent bytes as the server counts them. */
  List<Long> counters() {
    return server.dump().stream()
        .map(line -> line.split("\t", -1))
        .filter(fields -> fields[0].equals(peer.publicKey().base64()))
        .flatMap(
            fields ->
                java.util.stream.Stream.of(
                    Long.valueOf(fields[4]), Long.valueOf(fields[5]), Long.valueOf(fields[6])))
        .toList();
  }

  /** Runs a program outside the lab's namespaces. */
  static void system(String... command) {
    Result result = new Program(List.of(), KEEPALIVE).run(List.of(command), "");
    assumeTrue(result.isFine(), () -> List.of(command) + ": " + result.reason());
  }

  @Override
  public void close() {
    lab.close();
  }
}
