package com.truevault.wireguard.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WebPage;
import com.truevault.wireguard.lab.WireGuardLink;
import com.truevault.wireguard.noise.KeyPair;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The probe, in a JVM inside a namespace, against a real WireGuard interface in another. */
@Timeout(180)
@Tag("slow")
class RealProbeTest {
  private static final String ADDRESS = "192.0.2.10";
  private static final int PORT = 51820;

  private final byte[] probeKey = new SecureRandom().generateSeed(32);
  private final String serverKey = random();
  private final String presharedKey = random();

  private final BlockingQueue<String> results = new LinkedBlockingQueue<>();

  private NetworkLab lab;
  private Node server;
  private WireGuardLink link;
  private Process process;
  private Writer orders;

  @BeforeEach
  void openLab() throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    lab = NetworkLab.open();
    server = lab.node("vpn", ADDRESS);
    link = server.interfaceUp("wg", serverKey, PORT);
    link.addAddress(Parties.SERVER + "/14");
    admitProbe(presharedKey, Parties.PROBE);
    startProber(lab.node("panel", "192.0.2.1"));
  }

  @AfterEach
  void closeLab() throws Exception {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void namesEveryFindingByWhatReallyHappened() throws Exception {
    assertFinding("UP", "an ICMP echo came back", probe(ADDRESS, PORT, link.publicKey()));

    assertFinding("PORT_CLOSED", "nothing listens", probe(ADDRESS, PORT + 1, link.publicKey()));
    assertFinding("NO_ANSWER", "was silent", probe(ADDRESS, PORT, publicKey(probeKey)));
    assertFinding("NO_ANSWER", "192.0.2.99", probe("192.0.2.99", PORT, link.publicKey()));

    WebPage echo = lab.page("echo", "203.0.113.80", "not a tunnel");
    assertNotNull(echo);
    assertFinding("BAD_ANSWER", "no handshake", probe("203.0.113.80", 7, link.publicKey()));

    admitProbe(random(), Parties.PROBE);
    assertFinding(
        "WRONG_PRESHARED_KEY", "another preshared key", probe(ADDRESS, PORT, link.publicKey()));

    admitProbe(presharedKey, "10.11.255.253");
    assertFinding(
        "HANDSHAKE_BUT_NO_TRAFFIC", "neither ICMP nor TCP", probe(ADDRESS, PORT, link.publicKey()));

    admitProbe(presharedKey, Parties.PROBE);
    assertFinding("UP", "an ICMP echo came back", probe(ADDRESS, PORT, link.publicKey()));
    link.delete();
    assertFinding("PORT_CLOSED", "nothing listens", probe(ADDRESS, PORT, link.publicKey()));
  }

  @Test
  void blockedIcmpRaisesNothing() throws Exception {
    server.run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/icmp_echo_ignore_all");
    assertFinding("UP", "TCP was answered", probe(ADDRESS, PORT, link.publicKey()));

    server.feed(
        """
        table inet blocked {
          chain input {
            type filter hook input priority filter
            meta l4proto icmp drop
          }
          chain output {
            type filter hook output priority filter
            meta l4proto icmp drop
          }
        }
        """,
        "nft",
        "-f",
        "-");
    assertFinding("UP", "TCP was answered", probe(ADDRESS, PORT, link.publicKey()));
  }

  @Test
  void losesNoneOfAThousandProbesAtTwentyFiveMilliseconds() throws Exception {
    order("probe", ADDRESS, "" + PORT, link.publicKey(), presharedKey, "1000");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      all.add(line());
    }
    assertEquals(1000, all.stream().filter(line -> line.startsWith("UP|")).count());
    // The server drops what comes within 20 ms of the last; a busy machine may squeeze two
    // together.
    long repeated = all.stream().filter(line -> line.contains("initiations")).count();
    assertTrue(repeated <= 10, repeated + " were answered only when asked again");
  }

  @Test
  void showsARealServerUnderLoadItsCookie() throws Exception {
    order("cookie", ADDRESS, "" + PORT, link.publicKey(), presharedKey);
    assertEquals("Established", line());
  }

  private void admitProbe(String presharedKey, String address) throws IOException {
    Path file = Files.writeString(lab.folder().resolve("preshared"), presharedKey);
    link.set(
        "peer",
        publicKey(probeKey),
        "preshared-key",
        file.toString(),
        "allowed-ips",
        address + "/32");
  }

  private void startProber(Node panel) throws IOException {
    List<String> command = new ArrayList<>(panel.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ProbeProcess.class.getName());
    command.add(Base64.getEncoder().encodeToString(probeKey));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    orders = process.outputWriter();
    Thread reader = new Thread(() -> process.inputReader().lines().forEach(results::add));
    reader.setDaemon(true);
    reader.start();
  }

  private String probe(String host, int port, String key) throws Exception {
    order("probe", host, "" + port, key, presharedKey, "1");
    return line();
  }

  private void order(String... words) throws IOException {
    orders.write(String.join(" ", words) + "\n");
    orders.flush();
  }

  private String line() throws InterruptedException {
    String line = results.poll(30, TimeUnit.SECONDS);
    assertNotNull(line, "the prober says nothing");
    return line;
  }

  private static void assertFinding(String kind, String detail, String line) {
    assertTrue(line.startsWith(kind + "|") && line.contains(detail), line);
  }

  private static String publicKey(byte[] privateKey) {
    return Base64.getEncoder().encodeToString(KeyPair.of(privateKey).publicKey());
  }

  private static String random() {
    return Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));
  }
}
