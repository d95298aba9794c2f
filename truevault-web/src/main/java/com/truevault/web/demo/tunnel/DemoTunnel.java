package com.truevault.web.demo.tunnel;

import com.truevault.TrueVault;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.Version;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.agent.AgentOptions;
import com.truevault.wireguard.agent.Clocks;
import com.truevault.wireguard.agent.NodeAgent;
import com.truevault.wireguard.system.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** A VPN server that works, on this machine. */
public final class DemoTunnel implements AutoCloseable {
  /** The server as the panel knows it. */
  public static final ServerKey SERVER = new ServerKey("this_machine");

  private static final String ACTOR = "system";
  private static final int PAGE_PORT = 80;

  private final TunnelNetwork network;
  private final NodeAgent agent;
  private final Thread page;
  private final Path script;

  private DemoTunnel(TunnelNetwork network, NodeAgent agent, Thread page, Path script) {
    this.network = network;
    this.agent = agent;
    this.page = page;
    this.script = script;
  }

  /**
   * Says whether a tunnel can be made, before anything else is done.
   *
   * @throws com.truevault.TrueVaultException naming everything that is missing
   */
  public static void demand() {
    new TunnelNeeds(program()).demand();
  }

  /**
   * Brings the server up and enrols its agent.
   *
   * @param url where the panel answers
   * @param data the demo's folder, for the agent's files and the script
   */
  public static DemoTunnel start(TrueVault vault, String url, Path data) {
    TunnelNetwork network = new TunnelNetwork(program());
    try {
      int port = freePort();
      String privateKey = network.newPrivateKey();
      network.create(privateKey, port);
      announce(vault, server(port, network.publicKey(privateKey)));
      NodeAgent agent = agent(vault, url, data.resolve("agent"), network);
      agent.start();
      return new DemoTunnel(network, agent, page(network), script(network, data));
    } catch (IOException e) {
      network.close();
      throw new UncheckedIOException("the demo's tunnel cannot be made: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /** How somebody tries it out, line by line. */
  public List<String> instructions() {
    return List.of(
        "A VPN server runs on this machine. Add a device there on the site, download its file and",
        "bring it up as root in a namespace that has no other way out:",
        "  sh " + script + " FILE.conf",
        "Then this page comes through the tunnel:",
        "  ip netns exec " + network.client() + " curl http://" + TunnelNetwork.PAGE + "/",
        "What the server sees:",
        "  ip netns exec " + network.server() + " wg show " + network.serverInterface());
  }

  /** The script that brings a downloaded file up. */
  public Path script() {
    return script;
  }

  /** The namespace of a customer's device. */
  public String client() {
    return network.client();
  }

  /** Where the page is, inside the tunnel. */
  public String page() {
    return "http://" + TunnelNetwork.PAGE + "/";
  }

  /** Takes the agent, the page, interfaces and namespaces away. */
  @Override
  public void close() {
    agent.close();
    page.interrupt();
    try {
      page.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    network.close();
  }

  private static NodeAgent agent(TrueVault vault, String url, Path folder, TunnelNetwork network)
      throws IOException {
    AgentOptions options =
        new AgentOptions(
            URI.create(url + "/"), network.serverInterface(), null, folder, network.inServer());
    Clocks clocks = new Clocks(InstantSource.system(), System::nanoTime);
    String token = vault.agents().invite(ACTOR, SERVER).token();
    NodeAgent.enrol(options, token, Version.text(), clocks);
    return NodeAgent.of(options, Version.text(), clocks, new SecureRandom(), event -> {});
  }

  private static void announce(TrueVault vault, Server server) {
    boolean isKnown = vault.servers().list().stream().anyMatch(known -> known.key().equals(SERVER));
    if (isKnown) {
      vault.servers().change(ACTOR, server);
    } else {
      vault.servers().add(ACTOR, server);
    }
  }

  private static Server server(int port, String publicKey) {
    return new Server(
        SERVER,
        new Server.Label("This machine", "Really works: a tunnel to a page", "", 0),
        new Endpoint("127.0.0.1", port),
        new PublicKey(publicKey),
        new Server.Access(AccessLevel.PUBLIC, null),
        new Server.State(true, true, null),
        new Server.Location("", "This machine", ""),
        new Server.Hosting("example.net", null));
  }

  /** The program runs until its thread is interrupted. */
  private static Thread page(TunnelNetwork network) {
    Program inServer = new Program(network.inServer(), Duration.ofDays(3650));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx16m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PageBehind.class.getName(),
            TunnelNetwork.PAGE,
            Integer.toString(PAGE_PORT));
    Thread thread = new Thread(() -> runUntilInterrupted(inServer, command), "page behind");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void runUntilInterrupted(Program program, List<String> command) {
    try {
      program.run(command, "");
    } catch (IllegalStateException e) {
      // Closing the tunnel interrupts it, and the program is ended by then.
      return;
    }
  }

  private static Path script(TunnelNetwork network, Path data) throws IOException {
    String name = "tunnel-up.sh";
    Path script = data.toAbsolutePath().resolve(name);
    try (InputStream text = DemoTunnel.class.getResourceAsStream(name)) {
      String template =
          new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(
          script,
          template
              .replace("${NAMESPACE}", network.client())
              .replace("${INTERFACE}", network.clientInterface()));
    }
    return script;
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Program program() {
    return new Program(List.of(), Duration.ofSeconds(20));
  }
}
