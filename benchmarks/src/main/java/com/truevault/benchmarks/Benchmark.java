package com.truevault.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** One load program. */
interface Benchmark {

  /** What it is called on the command line. */
  String name();

  /**
   * Runs it, warm-up included.
   *
   * @param folder empty, on the disk to be measured
   */
  List<Result> run(Path folder) throws Exception;
}
