package com.truevault.benchmarks;

import com.truevault.benchmarks.PeerWatch.Expectation;
import com.truevault.wireguard.lab.NetworkLab;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * From the answer of the API to a change until the interface of a server shows it, beside {@code wg
 * set} by hand on another interface with the same ten thousand peers, read back the same way. Host,
 * agent and interface are the real ones, each a process of its own; the panel is reached from the
 * server's namespace through a Unix socket.
 */
final class DeliveryLatency implements Benchmark {
  private static final int PEERS = 10_000;
  private static final int WARM_UPS = 40;
  private static final int SINGLE = 200;
  private static final int BURSTS = 20;
  private static final int BURST = 5;
  private static final double TARGET_SECONDS = 2;

  private final HttpClient client = HttpClient.newHttpClient();
  private final SplittableRandom random = new SplittableRandom(10);
  private final Keys keys = new Keys(20);

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    if (missing.isPresent()) {
      return List.of(Result.skipped("change until it is in the kernel", missing.get()));
    }
    Path data = folder.resolve("data");
    Crowd crowd = Crowd.fill(data, PEERS);
    try (NetworkLab lab = NetworkLab.open();
        HostProcess host =
            HostProcess.ofClass(
                folder.resolve("host.log"),
                "com.truevault.web.Main",
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0")) {
      AgentNode server = AgentNode.open(lab, "vpn", "192.0.2.10");
      AgentNode twin = AgentNode.open(lab, "twin", "192.0.2.11");
      server.startAgent(lab, host.url().getPort(), crowd.token(), folder.resolve("agent"));
      server.watch().awaitCount(PEERS + 1);
      twin.copyPeers(server);
      twin.watch().awaitCount(PEERS + 1);
      return measure(callers(host, crowd), server, twin);
    }
  }

  private List<DeviceSwitch> callers(HostProcess host, Crowd crowd) throws Exception {
    List<DeviceSwitch> callers = new ArrayList<>();
    for (int i = 0; i < crowd.devices().size(); i++) {
      ApiCaller caller = ApiCaller.signIn(client, host.url(), Crowd.email(i), Crowd.PASSWORD);
      callers.add(new DeviceSwitch(caller, crowd.devices().get(i), keys));
    }
    return callers;
  }

  private List<Result> measure(List<DeviceSwitch> callers, AgentNode server, AgentNode twin)
      throws Exception {
    PeerWatch watch = server.watch();
    List<Double> floor = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    for (int i = 0; i < WARM_UPS + SINGLE; i++) {
      double byHand = byHand(twin);
      settle();
      double ours = watch.await(List.of(callers.get(i % callers.size()).next())).get(0);
      if (i >= WARM_UPS) {
        floor.add(byHand);
        single.add(ours);
      }
    }
    List<Double> bursts = new ArrayList<>();
    for (int i = 0; i < BURSTS; i++) {
      settle();
      List<Expectation> burst = new ArrayList<>();
      for (DeviceSwitch caller : callers.subList(0, BURST)) {
        burst.add(caller.next());
      }
      bursts.addAll(watch.await(burst));
    }
    List<Result> results = new ArrayList<>();
    addTo(results, "change until it is in the kernel", Spread.of(single), Spread.of(floor));
    addTo(results, "same, " + BURST + " at once", Spread.of(bursts), Spread.of(floor));
    return results;
  }

  private double byHand(AgentNode twin) throws IOException {
    String key = keys.next().base64();
    long start = System.nanoTime();
    twin.set("peer", key, "allowed-ips", "10.11.0.1/32");
    return twin.watch().await(List.of(new Expectation(key, true, start))).get(0);
  }

  /** Until the agent waits for news again, at no fixed moment of the panel's clock. */
  private void settle() {
    LockSupport.parkNanos(Duration.ofMillis(random.nextLong(500, 1_000)).toNanos());
  }

  private static void addTo(List<Result> results, String measure, Spread ours, Spread floor) {
    results.add(row(measure + ", p50", ours.p50(), floor.p50(), "-"));
    results.add(
        row(
            measure + ", p99",
            ours.p99(),
            floor.p99(),
            String.format(Locale.ROOT, "<= %.0f s", TARGET_SECONDS)));
    results.add(row(measure + ", slowest", ours.max(), floor.max(), "-"));
  }

  private static Result row(String measure, double ours, double floor, String target) {
    return new Result(
        measure,
        String.format(Locale.ROOT, "%.3f s", floor / 1e3),
        String.format(Locale.ROOT, "%.3f s", ours / 1e3),
        String.format(Locale.ROOT, "%.1f", ours / floor),
        target);
  }
}
