package com.truevault.benchmarks;

import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WireGuardLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A VPN server in a namespace of its own, with the agent as a process in it. */
final class AgentNode {
  private static final int PANEL_PORT = 8080;
  private static final int WIREGUARD_PORT = 51820;

  /** As the launcher gives them to an agent. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-Xms8m",
          "-Xmn4m",
          "-Xmx256m",
          "-Xss256k",
          "-XX:TieredStopAtLevel=1",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:-UsePerfData",
          "-Xshare:auto");

  private final Node node;
  private final WireGuardLink link;

  private AgentNode(Node node, WireGuardLink link) {
    this.node = node;
    this.link = link;
  }

  /** A server with an empty interface. */
  static AgentNode open(NetworkLab lab, String name, String address) {
    Node node = lab.node(name, address);
    return new AgentNode(node, node.interfaceUp("wg", node.run("wg", "genkey"), WIREGUARD_PORT));
  }

  /**
   * Lets an agent join a panel on a port of 127.0.0.1 and run until the lab is closed.
   *
   * @param folder for its files
   */
  void startAgent(NetworkLab lab, int panelPort, String token, Path folder) throws IOException {
    lab.bridge(node, PANEL_PORT, panelPort);
    Path config = Files.createDirectories(folder).resolve("agent.properties");
    Files.writeString(
        config,
        """
        panel.url = http://%s:%d
        panel.allow-plain-http = true
        interface.name = %s
        state.folder = %s
        """
            .formatted(node.address(), PANEL_PORT, link.name(), folder.resolve("state")));
    node.run(agent("enrol", "--config", config.toString(), "--token", token));
    node.start(folder.resolve("agent.log"), agent("run", "--config", config.toString()));
  }

  /** Gives the interface all peers that another has. */
  void copyPeers(AgentNode other) {
    String peers =
        other
            .node
            .run("wg", "showconf", other.link.name())
            .replaceFirst("(?s)^\\[Interface].*?(?=\\[Peer])", "");
    node.feed(peers, "wg", "addconf", link.name(), "/proc/self/fd/0");
  }

  /** {@code wg set}. */
  void set(String... settings) {
    link.set(settings);
  }

  PeerWatch watch() {
    return new PeerWatch(node, link);
  }

  private static String[] agent(String... arguments) {
    Stream<String> java =
        Stream.concat(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            FLAGS.stream());
    Stream<String> command =
        Stream.of("-cp", System.getProperty("java.class.path"), "com.truevault.web.Main", "agent");
    return Stream.of(java, command, Stream.of(arguments))
        .flatMap(part -> part)
        .toArray(String[]::new);
  }
}
