package com.truevault.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Runs floor and ours in turn, so that whatever else the machine does hits both alike. */
final class Rounds {
  private final int warmUps;
  private final int measured;

  Rounds(int warmUps, int measured) {
    this.warmUps = warmUps;
    this.measured = measured;
  }

  Medians alternate(Round floor, Round ours) throws Exception {
    List<Double> floors = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    for (int round = 0; round < warmUps + measured; round++) {
      double one = floor.run(round);
      double other = ours.run(round);
      if (round >= warmUps) {
        floors.add(one);
        others.add(other);
      }
    }
    return new Medians(median(floors), median(others));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** One round; returns its figure, the same unit for floor and ours. */
  @FunctionalInterface
  interface Round {
    double run(int number) throws Exception;
  }

  /** The middle of the measured rounds of each. */
  record Medians(double floor, double ours) {
    double ratio() {
      return ours / floor;
    }
  }
}
