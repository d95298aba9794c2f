package com.truevault.web.demo.tunnel;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Two namespaces and a WireGuard interface. The interface is made outside and then moved in, so
 * that its datagrams go on through the socket outside, on loopback, as WireGuard promises.
 */
final class TunnelNetwork implements AutoCloseable {
  /** Where the page is; a documentation address that exists in the server's namespace alone. */
  static final String PAGE = "203.0.113.80";

  private final Program program;
  private final String tag = Long.toString(ProcessHandle.current().pid(), 36);

  TunnelNetwork(Program program) {
    this.program = program;
  }

  /** The namespace of the server. */
  String server() {
    return "truevault-server-" + tag;
  }

  /** The namespace of a customer's device. */
  String client() {
    return "truevault-client-" + tag;
  }

  /** The server's interface. */
  String serverInterface() {
    return "tvs" + tag;
  }

  /** The device's interface, which the printed script makes. */
  String clientInterface() {
    return "tvc" + tag;
  }

  /** Puts a command into the server's namespace. */
  List<String> inServer() {
    return List.of("ip", "netns", "exec", server());
  }

  /**
   * Makes everything but the device's interface.
   *
   * @param port on which the server listens on loopback
   */
  void create(String privateKey, int port) {
    run("ip", "netns", "add", server());
    run("ip", "netns", "add", client());
    run("ip", "-n", client(), "link", "set", "lo", "up");
    run("ip", "-n", server(), "link", "set", "lo", "up");
    run("ip", "-n", server(), "address", "add", PAGE + "/32", "dev", "lo");
    if (!program
        .run(List.of("ip", "link", "add", serverInterface(), "type", "wireguard"), "")
        .isFine()) {
      run("wireguard-go", serverInterface());
    }
    feed(
        privateKey,
        "wg",
        "set",
        serverInterface(),
        "listen-port",
        Integer.toString(port),
        "private-key",
        "/dev/stdin");
    run("ip", "link", "set", serverInterface(), "netns", server());
    run("ip", "-n", server(), "link", "set", serverInterface(), "up");
  }

  String newPrivateKey() {
    return run("wg", "genkey");
  }

  String publicKey(String privateKey) {
    return feed(privateKey, "wg", "pubkey");
  }

  /** Takes away what is there; a daemon ends with its interface. */
  @Override
  public void close() {
    for (String[] end :
        new String[][] {{server(), serverInterface()}, {client(), clientInterface()}}) {
      program.run(List.of("ip", "-n", end[0], "link", "delete", end[1]), "");
      program.run(List.of("ip", "link", "delete", end[1]), "");
      program.run(List.of("ip", "netns", "delete", end[0]), "");
    }
  }

  private String run(String... command) {
    return feed("", command);
  }

  private String feed(String input, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    Result result = program.run(all, input);
    if (!result.isFine()) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "tunnel-failed",
          String.join(" ", all) + " failed: " + result.reason());
    }
    return result.output().strip();
  }
}
