package com.truevault.wireguard.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.wireguard.lab.Client;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WebPage;
import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Packets through what setup made. */
@NullUnmarked
@Timeout(120)
class TrafficTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path root;
  private NetworkLab lab;
  private Node server;
  private Program program;
  private String tunnel;

  @BeforeEach
  void openLab() throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
    lab = NetworkLab.open();
    server = lab.node("server", "192.0.2.11");
    program = new Program(server.prefix(), Duration.ofSeconds(30));
    tunnel = "wgt" + Long.toString(ProcessHandle.current().pid(), 36);
    com.truevault.wireguard.setup.Node.furnish(root);
  }

  @AfterEach
  void closeLab() {
    if (lab != null) {
      // Its end is the end of the wireguard-go that serves it.
      program.run(List.of("ip", "link", "delete", "dev", tunnel), "");
      lab.close();
    }
  }

  @Test
  void aPageComesToAPeerUnderTheAddressOfTheServer() throws Exception {
    WebPage page = lab.page("page", "203.0.113.80", "hello from the world");
    String key = setUp(false);
    Client client = join("phone", 2, key);
    assertEquals(Optional.of("hello from the world"), client.fetch(page.url(), SOON));
  }

  @Test
  void peersDoNotReachEachOtherUnlessTheyMay() throws Exception {
    String key = setUp(false);
    Client client = join("phone", 2, key);
    join("tablet", 3, key);
    assertEquals(Result.TIMED_OUT, knock(client, 2), "nobody answers through the tunnel");
    setUp(true);
    assertEquals(1, knock(client, 20), "the other one refuses, for nothing listens there");
  }

  /** The exit code of trying to reach the other peer. */
  private static int knock(Client client, int seconds) {
    return new Program(client.node().prefix(), Duration.ofSeconds(30))
        .run(List.of("timeout", "" + seconds, "bash", "-c", "exec 3<>/dev/tcp/10.8.0.3/9"), "")
        .code();
  }

  private String setUp(boolean joinsPeers) {
    return new Setup(new Layout(root), program, line -> {})
        .perform(
            new SetupOptions(
                tunnel,
                51820,
                1420,
                List.of(Cidr.of("10.8.0.1/14")),
                List.of("eth0"),
                joinsPeers,
                Path.of("/usr/bin/true")));
  }

  private Client join(String name, int number, String serverKey) throws Exception {
    Client client = lab.client(name, "198.51.100.2" + number);
    String key = server.run("wg", "genkey").strip();
    String address = "10.8.0." + number + "/32";
    server.run(
        "wg",
        "set",
        tunnel,
        "peer",
        server.feed(key, "wg", "pubkey").strip(),
        "allowed-ips",
        address);
    client.up(
        """
        [Interface]
        PrivateKey = %s
        Address = %s
        MTU = 1420

        [Peer]
        PublicKey = %s
        Endpoint = 192.0.2.11:51820
        AllowedIPs = 203.0.113.0/24, 10.8.0.0/14
        PersistentKeepalive = 25
        """
            .formatted(key, address, serverKey));
    return client;
  }
}
