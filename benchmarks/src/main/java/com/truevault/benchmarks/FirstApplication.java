package com.truevault.benchmarks;

import com.truevault.wireguard.agent.AgentOptions;
import com.truevault.wireguard.agent.Clocks;
import com.truevault.wireguard.agent.NodeAgent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Ten thousand peers on an empty interface: by an agent that starts with the list it kept, checks
 * its signature, and reads back what the kernel took; and by {@code wg syncconf} with the same
 * peers in a file.
 */
final class FirstApplication implements Benchmark {
  private static final int PEERS = 10_000;
  private static final double TARGET = 1.5;

  @Override
  public String name() {
    return "first-application";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    if (VpnServer.missing().isPresent()) {
      return List.of(Result.skipped(measure(), VpnServer.missing().get()));
    }
    EnrolledNode node = new EnrolledNode(PEERS);
    Path state = folder.resolve("state");
    node.write(state);
    Files.write(state.resolve("peers.list"), node.signed());
    Path file = folder.resolve("peers.conf");
    Files.writeString(file, node.configuration());
    try (VpnServer server = VpnServer.apart()) {
      Rounds.Medians millis =
          new Rounds(2, 5)
              .alternate(round -> syncconf(server, file), round -> agent(server, state));
      return List.of(Result.time(measure(), millis, TARGET));
    }
  }

  private static String measure() {
    return "first application of " + PEERS + " peers";
  }

  private static double syncconf(VpnServer server, Path file) throws IOException {
    server.recreate();
    long start = System.nanoTime();
    var done = server.program().run(List.of("wg", "syncconf", server.name(), file.toString()), "");
    double millis = (System.nanoTime() - start) / 1e6;
    if (!done.isFine()) {
      throw new IOException("wg syncconf: " + done.reason());
    }
    requireAll(server);
    return millis;
  }

  private static double agent(VpnServer server, Path state) throws IOException {
    server.recreate();
    AgentOptions options =
        new AgentOptions(
            URI.create("http://127.0.0.1:1/"), server.name(), null, state, server.prefix());
    Clocks clocks = new Clocks(Instant::now, System::nanoTime);
    try (NodeAgent agent = NodeAgent.of(options, "benchmark", clocks, new Random(1), line -> {})) {
      long start = System.nanoTime();
      agent.start();
      double millis = (System.nanoTime() - start) / 1e6;
      requireAll(server);
      return millis;
    }
  }

  private static void requireAll(VpnServer server) throws IOException {
    long peers =
        server
            .program()
            .run(List.of("wg", "show", server.name(), "peers"), "")
            .output()
            .lines()
            .count();
    if (peers != PEERS) {
      throw new IOException(peers + " peers on the interface");
    }
  }
}
