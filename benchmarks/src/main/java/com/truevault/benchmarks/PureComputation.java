package com.truevault.benchmarks;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link PureMeasures} by JMH, in a process of its own. There is no floor below computing. */
final class PureComputation implements Benchmark {
  @Override
  public String name() {
    return "pure";
  }

  @Override
  public List<Result> run(Path folder) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(PureMeasures.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build())
        .run().stream()
            .sorted(Comparator.comparing(run -> run.getPrimaryResult().getLabel()))
            .map(PureComputation::result)
            .toList();
  }

  private static Result result(RunResult run) {
    return Result.alone(
        "computed: " + run.getPrimaryResult().getLabel(), run.getPrimaryResult().getScore());
  }
}
