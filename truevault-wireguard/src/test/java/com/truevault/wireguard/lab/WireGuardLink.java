package com.truevault.wireguard.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real WireGuard interface of a node: of wireguard-go if it is installed, else of the kernel. */
public final class WireGuardLink {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path SOCKETS = Path.of("/var/run/wireguard");

  private final Node node;
  private final String name;
  private final Key key;
  private final List<String> addresses = new ArrayList<>();
  private @Nullable Process daemon;

  WireGuardLink(Node node, String name, Key key) {
    this.node = node;
    this.name = name;
    this.key = key;
  }

  record Key(String privateKey, int port, int owner) {}

  /** The name of the interface, unique on the machine. */
  public String name() {
    return name;
  }

  /** The public key, in base64. */
  public String publicKey() {
    return Tools.feed(key.privateKey(), List.of("wg", "pubkey"));
  }

  /** Where the daemon answers {@code wg}; missing when the interface is the kernel's. */
  public Path socket() {
    return SOCKETS.resolve(name + ".sock");
  }

  /** Whether a peer with this key is on the interface. */
  public boolean hasPeer(String publicKey) {
    return dump().stream().skip(1).anyMatch(line -> line.startsWith(publicKey + "\t"));
  }

  /** Gives the interface an address such as 10.8.0.1/14. */
  public void addAddress(String address) {
    addresses.add(address);
    apply(address);
  }

  /** {@code wg set NAME …}. */
  public void set(String... settings) {
    List<String> command = new ArrayList<>(List.of("wg", "set", name));
    command.addAll(List.of(settings));
    node.run(command.toArray(String[]::new));
  }

  /** The lines of {@code wg show NAME dump}, the interface's first. */
  public List<String> dump() {
    return node.run("wg", "show", name, "dump").lines().toList();
  }

  /** When a peer shook hands last. */
  public Optional<Instant> handshake(String publicKey) {
    return dump().stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(peer -> peer[0].equals(publicKey) && !peer[4].equals("0"))
        .map(peer -> Instant.ofEpochSecond(Long.parseLong(peer[4])))
        .findFirst();
  }

  /** Whether the interface is there. */
  public boolean exists() {
    return node.succeeds("ip", "link", "show", name);
  }

  /** Deletes the interface, and with it peers, sessions and counters. */
  public void delete() {
    node.run("ip", "link", "delete", name);
    Process ending = daemon;
    if (ending != null) {
      Wait.until("the daemon of " + name + " to end", PATIENCE, () -> !ending.isAlive());
      daemon = null;
    }
  }

  /** Makes the interface anew, with the same key, port and addresses and without peers. */
  public void recreate() {
    if (exists()) {
      delete();
    }
    create();
    addresses.forEach(this::apply);
  }

  void create() {
    if (Tools.isInstalled("wireguard-go")) {
      startDaemon();
    } else {
      node.run("ip", "link", "add", name, "type", "wireguard");
    }
    node.feed(
        key.privateKey(),
        "wg",
        "set",
        name,
        "listen-port",
        "" + key.port(),
        "private-key",
        "/dev/stdin");
    node.run("ip", "link", "set", name, "up");
  }

  private void startDaemon() {
    Path log = node.newLog();
    // A killed daemon leaves its socket behind.
    node.lab().teardown().addFile(socket());
    Process process = node.start(log, daemonCommand());
    daemon = process;
    Wait.until(
        name + " to answer",
        PATIENCE,
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("wireguard-go ended: " + Files.readString(log));
          }
          return Files.exists(socket()) && node.succeeds("wg", "show", name);
        });
  }

  /**
   * The socket belongs to whoever runs the daemon, and must not be given away later: the daemon
   * ends when its owner changes.
   */
  private String[] daemonCommand() {
    if (key.owner() == 0) {
      return new String[] {"wireguard-go", name};
    }
    String needed = "-all,+net_admin,+dac_override";
    return new String[] {
      "setpriv",
      "--reuid=" + key.owner(),
      "--clear-groups",
      "--inh-caps=" + needed,
      "--ambient-caps=" + needed,
      "wireguard-go",
      name
    };
  }

  private void apply(String address) {
    if (address.contains(":")) {
      node.run("ip", "address", "add", address, "dev", name, "nodad");
    } else {
      node.run("ip", "address", "add", address, "dev", name);
    }
  }
}
