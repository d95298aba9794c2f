package com.truevault.web.tunnel;

import com.truevault.wireguard.lab.Client;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WebPage;
import com.truevault.wireguard.lab.WireGuardLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the scenario plays: a panel, two servers with agents, three clients, a page behind. */
final class Stage implements AutoCloseable {
  /** The only addresses by which somebody could find a customer. */
  static final List<String> CLIENTS = List.of("198.51.100.21", "198.51.100.22", "198.51.100.23");

  private static final String TEXT = "hello from behind the servers";
  private static final int PANEL_PORT = 8080;

  private final List<VpnServer> servers = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final Path data;
  private @Nullable Installation installation;
  private @Nullable NetworkLab lab;
  private @Nullable Panel panel;
  private @Nullable WebPage page;

  Stage(Path data) {
    this.data = data;
  }

  /** A VPN server and its real interface. */
  record VpnServer(String key, Node node, WireGuardLink link) {
    int peers() {
      return link.dump().size() - 1;
    }
  }

  void set() throws IOException {
    installation = Installation.make();
    NetworkLab network = NetworkLab.open();
    lab = network;
    panel = Panel.start(data);
    network.bridge(network.node("panel", "192.0.2.1"), PANEL_PORT, panel().port());
    page = network.page("page", "203.0.113.80", TEXT);
    addServer(network, "vpn1", "192.0.2.11");
    addServer(network, "vpn2", "192.0.2.12");
    clients.add(network.client("ann", CLIENTS.get(0)));
    clients.add(network.client("bo", CLIENTS.get(1)));
    clients.add(network.client("cy", CLIENTS.get(2)));
  }

  private void addServer(NetworkLab network, String key, String address) {
    Node node = network.node(key, address);
    node.masquerade();
    WireGuardLink link = node.interfaceUp("wg", node.run("wg", "genkey"), 51820, Installation.USER);
    link.addAddress("10.8.0.1/14");
    panel().addServer(key, address, link);
    servers.add(new VpnServer(key, node, link));
  }

  void startAgents() throws IOException {
    for (VpnServer server : servers) {
      String token = panel().enrolmentToken(installation(), server.key());
      installation()
          .startAgent(server.node(), server.link(), "http://192.0.2.1:" + PANEL_PORT, token);
    }
  }

  /** A second process copies: opening live SQLite files here would drop their locks. */
  Path copyOfTheData() {
    Path copy = data.resolveSibling("copy");
    servers.get(0).node().run("cp", "-R", data.toString(), copy.toString());
    return copy;
  }

  /** What the agents said, for whoever looks into a failure. */
  void keepLogs(Path folder) throws IOException {
    for (VpnServer server : servers) {
      Path said = installation().agents().resolve(server.node().name()).resolve("log");
      if (Files.exists(said)) {
        Files.copy(
            said, folder.resolve(server.key() + ".log"), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  Path data() {
    return data;
  }

  Installation installation() {
    return Objects.requireNonNull(installation);
  }

  Panel panel() {
    return Objects.requireNonNull(panel);
  }

  WebPage page() {
    return Objects.requireNonNull(page);
  }

  List<VpnServer> servers() {
    return servers;
  }

  VpnServer vpn1() {
    return servers.get(0);
  }

  VpnServer vpn2() {
    return servers.get(1);
  }

  Client ann() {
    return clients.get(0);
  }

  Client bo() {
    return clients.get(1);
  }

  Client cy() {
    return clients.get(2);
  }

  /** Takes everything away, the agents before the panel that they talk to. */
  @Override
  public void close() throws IOException {
    try {
      if (lab != null) {
        lab.close();
      }
    } finally {
      leave();
    }
  }

  private void leave() throws IOException {
    try {
      if (panel != null) {
        panel.close();
      }
    } finally {
      if (installation != null) {
        installation.close();
      }
    }
  }
}
