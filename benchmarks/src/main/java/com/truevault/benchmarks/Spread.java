package com.truevault.benchmarks;

import java.util.List;

/**
 * How single measurements are spread, in one unit.
 *
 * @param p99 what at most one of a hundred exceeds
 */
record Spread(double p50, double p99, double max) {

  /** The spread of at least one measurement; a percentile is the measurement at or above it. */
  static Spread of(List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    return new Spread(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
