package com.truevault.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An agent with nothing to do: its resident memory, and the processor time of a minute. */
final class IdleAgent implements Benchmark {
  private static final int PEERS = 1_000;
  private static final double MOST_MEBIBYTES = 80;
  private static final double MOST_CPU_SECONDS = 0.6;

  /** As the launcher has them. */
  private static final List<String> FLAGS =
      List.of(
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

  @Override
  public String name() {
    return "idle-agent";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    if (VpnServer.missing().isPresent()) {
      return List.of(Result.skipped("idle agent", VpnServer.missing().get()));
    }
    EnrolledNode node = new EnrolledNode(PEERS);
    node.write(folder.resolve("state"));
    CountDownLatch reported = new CountDownLatch(2);
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer panel =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    panel.setExecutor(threads);
    panel.createContext("/api/v1/agent/peers", exchange -> list(exchange, node));
    panel.createContext("/api/v1/agent/reports", exchange -> report(exchange, reported));
    panel.start();
    try (VpnServer server = VpnServer.here()) {
      return measure(folder, server, panel.getAddress().getPort(), reported);
    } finally {
      panel.stop(0);
      threads.shutdownNow();
    }
  }

  private static List<Result> measure(
      Path folder, VpnServer server, int port, CountDownLatch reported) throws Exception {
    Path config = folder.resolve("agent.properties");
    Files.writeString(
        config,
        """
        panel.url = http://127.0.0.1:%d
        interface.name = %s
        state.folder = %s
        """
            .formatted(port, server.name(), folder.resolve("state")));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("com.truevault.web.Main", "agent", "run", "--config"));
    command.add(config.toString());
    Process agent =
        new ProcessBuilder(command).redirectError(folder.resolve("log").toFile()).start();
    try {
      if (!reported.await(90, TimeUnit.SECONDS)) {
        throw new IOException("no reports; see " + folder.resolve("log"));
      }
      double before = cpuSeconds(agent);
      if (agent.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException("the agent ended");
      }
      double cpu = cpuSeconds(agent) - before;
      return List.of(
          Result.atMost("idle agent, resident", mebibytes(agent), "MiB", MOST_MEBIBYTES),
          Result.atMost("idle agent, CPU of a minute", cpu, "s", MOST_CPU_SECONDS));
    } finally {
      agent.destroy();
      agent.onExit().completeOnTimeout(agent, 10, TimeUnit.SECONDS).join();
    }
  }

  private static void list(HttpExchange exchange, EnrolledNode node) throws IOException {
    if (exchange.getRequestHeaders().getFirst("If-None-Match") == null) {
      exchange.sendResponseHeaders(200, node.signed().length);
      exchange.getResponseBody().write(node.signed());
    } else {
      try {
        TimeUnit.SECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.sendResponseHeaders(304, -1);
    }
    exchange.close();
  }

  private static void report(HttpExchange exchange, CountDownLatch reported) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
    reported.countDown();
  }

  /** Of the agent and of the programs it ran, in ticks of 10 ms. */
  private static double cpuSeconds(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double ticks = 0;
    for (int field = 11; field < 15; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / 100;
  }

  private static double mebibytes(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
