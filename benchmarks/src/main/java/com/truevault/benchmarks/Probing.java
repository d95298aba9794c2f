package com.truevault.benchmarks;

import com.truevault.health.HealthKind;
import com.truevault.health.ProbeIdentity;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.noise.KeyPair;
import com.truevault.wireguard.probe.HandshakeProbe;
import com.truevault.wireguard.probe.Pace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Servers probed through their tunnels, beside the X25519 operations that no handshake can do
 * without: a key pair and four agreements. The server is a process of its own.
 */
final class Probing implements Benchmark {
  private static final int PROBES = 200;
  private static final int MANY = 1_000;
  private static final int AGREEMENTS = 4;
  private static final double MILLIS = 5;
  private static final double SECONDS = 60;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final SecureRandom random = new SecureRandom();
  private final byte[] probeKey = random.generateSeed(KeyPair.LENGTH);
  private final byte[] serverKey = random.generateSeed(KeyPair.LENGTH);
  private final byte[] presharedKey = random.generateSeed(KeyPair.LENGTH);

  // One server answers for all; it must not be asked again while others wait for its turn.
  private final HandshakeProbe probe = probe(new Pace(16, Duration.ofSeconds(20)));

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    try (HostProcess server =
            HostProcess.ofClass(
                folder.resolve("log"),
                "com.truevault.wireguard.probe.VpnServerProcess",
                base64(serverKey),
                base64(presharedKey),
                base64(KeyPair.of(probeKey).publicKey()));
        DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      List<ProbeTarget> targets = targets(server.url().getPort());
      Rounds.Medians millis =
          new Rounds(5, 9)
              .alternate(round -> agreements(), round -> cpuMillis(targets.subList(0, PROBES)));
      return List.of(
          Result.atMost("server probed, processor time", millis, "ms", MILLIS),
          Result.count("threads beside the caller's, 1,000 servers", threadsStarted(targets)),
          Result.atMost(
              "1,000 servers probed, all of them silent",
              seconds(targets(silent.getLocalPort())),
              "s",
              SECONDS));
    }
  }

  private double agreements() {
    byte[] server = KeyPair.of(serverKey).publicKey();
    KeyPair self = KeyPair.of(probeKey);
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < PROBES; i++) {
      KeyPair ephemeral = KeyPair.generate(random);
      for (int j = 0; j < AGREEMENTS; j++) {
        (j % 2 == 0 ? self : ephemeral).agree(server);
      }
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e6 / PROBES;
  }

  private double cpuMillis(List<ProbeTarget> targets) {
    long start = threads.getCurrentThreadCpuTime();
    Map<ServerKey, ProbeResult> results = probe.probe(targets);
    double millis = (threads.getCurrentThreadCpuTime() - start) / 1e6 / targets.size();
    require(results, HealthKind.UP);
    return millis;
  }

  private long threadsStarted(List<ProbeTarget> targets) {
    long before = threads.getTotalStartedThreadCount();
    require(probe.probe(targets), HealthKind.UP);
    return threads.getTotalStartedThreadCount() - before;
  }

  private double seconds(List<ProbeTarget> targets) {
    long start = System.nanoTime();
    require(probe(Pace.STANDARD).probe(targets), HealthKind.NO_ANSWER);
    return (System.nanoTime() - start) / 1e9;
  }

  private HandshakeProbe probe(Pace pace) {
    return new HandshakeProbe(
        new ProbeIdentity(
            base64(probeKey), new PresharedKey(base64(presharedKey)), "10.11.255.254"),
        InstantSource.system(),
        System::nanoTime,
        random,
        pace);
  }

  private List<ProbeTarget> targets(int port) {
    PublicKey key = new PublicKey(base64(KeyPair.of(serverKey).publicKey()));
    Endpoint endpoint = new Endpoint("127.0.0.1", port);
    return IntStream.range(0, MANY)
        .mapToObj(i -> new ProbeTarget(new ServerKey("sv_" + i), endpoint, key, "10.8.0.1"))
        .toList();
  }

  private static void require(Map<ServerKey, ProbeResult> results, HealthKind kind) {
    results.forEach(
        (server, result) -> {
          if (result.kind() != kind) {
            throw new IllegalStateException(server + " is not " + kind + ": " + result);
          }
        });
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
