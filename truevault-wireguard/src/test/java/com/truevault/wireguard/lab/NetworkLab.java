package com.truevault.wireguard.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network of nodes, each a network namespace with one address, joined by a switch that is a
 * namespace too. Servers (192.0.2.0/24) reach everybody; clients (198.51.100.0/24) and web pages
 * (203.0.113.0/24) reach servers only, so that a page comes to a client through a tunnel or not at
 * all.
 *
 * <p>Names hold the number of the process, so that labs may live side by side. {@link #close} takes
 * everything away, also after failures. Not safe for use by several threads at once.
 */
public final class NetworkLab implements AutoCloseable {
  private static final AtomicInteger LABS = new AtomicInteger();

  private final String tag =
      Long.toString(ProcessHandle.current().pid(), 36)
          + Integer.toString(LABS.getAndIncrement(), 36);
  private final Path folder;
  private final Teardown teardown;
  private final Switch hub;
  private int links;

  private NetworkLab(Path folder) {
    this.folder = folder;
    this.teardown = new Teardown(folder);
    this.hub = new Switch("tv" + tag, teardown);
  }

  /** Why no lab can be opened on this machine, for {@code assumeTrue}; empty when one can. */
  public static Optional<String> requirements() {
    return Requirements.missing();
  }

  /** Opens an empty lab; the caller closes it. */
  public static NetworkLab open() throws IOException {
    return new NetworkLab(Files.createTempDirectory("lab"));
  }

  /**
   * Adds a node.
   *
   * @param name short, unique in the lab, lower-case letters and digits
   * @param address of one of the three networks above
   */
  public Node node(String name, String address) {
    return new Node(this, hub.join(name, address), address);
  }

  /** Adds a node that brings downloaded configurations up. */
  public Client client(String name, String address) {
    return new Client(node(name, address));
  }

  /** Adds a node that shows one page on port 80 and echoes datagrams on port 7. */
  public WebPage page(String name, String address, String text) {
    return new WebPage(node(name, address), text);
  }

  /**
   * Carries connections that arrive at a node's address and port to a port of 127.0.0.1 outside the
   * lab.
   */
  public Bridge bridge(Node node, int port, int localPort) throws IOException {
    Bridge bridge = new Bridge(folder.resolve(node.name() + port + ".sock"), localPort);
    teardown.add(bridge);
    node.startJava(BridgeProcess.class, node.address(), "" + port, bridge.socket().toString());
    return bridge;
  }

  /** Where the lab keeps files until it is closed. */
  public Path folder() {
    return folder;
  }

  /** Takes away processes, namespaces, sockets and files. */
  @Override
  public void close() {
    teardown.close();
  }

  Teardown teardown() {
    return teardown;
  }

  /** The daemons of all namespaces share one folder of sockets, so names must not repeat. */
  String uniqueInterface(String label) {
    return label + tag + "-" + Integer.toString(links++, 36);
  }
}
