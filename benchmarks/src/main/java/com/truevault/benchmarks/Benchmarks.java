package com.truevault.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs all load programs, or those named, and prints one line for each measure. */
public final class Benchmarks {
  private static final List<Benchmark> ALL =
      List.of(
          new DeviceAddition(64, 50, 3),
          new DeviceAddition(1, 500, 0.5),
          new AddressAllocation(),
          new WebhookIntake(),
          new DeviceChurn(),
          new DeviceList(),
          new StartUp(),
          new ListBuilding(),
          new FirstApplication(),
          new IdleAgent(),
          new Probing(),
          new DeliveryLatency(),
          new InvoiceBenchmark(),
          new BillingEvaluation(),
          new RenewalMorning(),
          new PureComputation());

  private Benchmarks() {}

  /**
   * Runs them in a new folder below the working directory, which is removed afterwards.
   *
   * @param arguments names; none means all
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Set<String> wanted = Set.of(arguments);
    out.println("measure | floor | ours | ratio | target");
    for (Benchmark benchmark : ALL) {
      if (wanted.isEmpty() || wanted.contains(benchmark.name())) {
        run(benchmark, out);
      }
    }
  }

  private static void run(Benchmark benchmark, PrintStream out) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "benchmark-");
    try {
      benchmark.run(folder).forEach(result -> out.println(result.line()));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
