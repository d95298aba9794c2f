package com.truevault.benchmarks;

import java.util.Locale;

/** One line of the table: what was measured, the floor, ours, their ratio and the target. */
record Result(String measure, String floor, String ours, String ratio, String target) {

  /** A throughput per second; more is better. */
  static Result rate(String measure, Rounds.Medians perSecond, double atLeast) {
    return new Result(
        measure,
        format("%.0f/s", perSecond.floor()),
        format("%.0f/s", perSecond.ours()),
        format("%.2f", perSecond.ratio()),
        format(">= %s x", atLeast));
  }

  /** A duration; less is better. */
  static Result time(String measure, Rounds.Medians millis, double atMost) {
    return new Result(
        measure,
        format("%.3f ms", millis.floor()),
        format("%.3f ms", millis.ours()),
        format("%.2f", millis.ratio()),
        format("<= %s x", atMost));
  }

  /** A figure with a limit of its own, beside what it cannot fall below; less is better. */
  static Result atMost(String measure, Rounds.Medians figures, String unit, double limit) {
    return new Result(
        measure,
        format("%.3f %s", figures.floor(), unit),
        format("%.3f %s", figures.ours(), unit),
        format("%.2f", figures.ratio()),
        format("<= %s %s", limit, unit));
  }

  /** A figure with a limit of its own; less is better. */
  static Result atMost(String measure, double figure, String unit, double limit) {
    return new Result(
        measure, "-", format("%.1f %s", figure, unit), "-", format("<= %s %s", limit, unit));
  }

  /** Nanoseconds that stand for themselves; less is better. */
  static Result alone(String measure, double nanos) {
    return new Result(measure, "-", format("%.0f ns", nanos), "-", "-");
  }

  /** What cannot be measured on this machine. */
  static Result skipped(String measure, String reason) {
    return new Result(measure, "-", "skipped: " + reason, "-", "-");
  }

  /** Something that must not happen at all. */
  static Result count(String measure, long found) {
    return new Result(measure, "-", String.valueOf(found), "-", "0");
  }

  String line() {
    return format("%s | %s | %s | %s | %s", measure, floor, ours, ratio, target);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
