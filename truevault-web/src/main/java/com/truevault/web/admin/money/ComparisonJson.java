package com.truevault.web.admin.money;

import com.truevault.subscription.Comparison;
import java.time.Instant;
import java.util.List;

/** What comparing with the payment provider found. */
public record ComparisonJson(
    Instant startedAt, Instant finishedAt, int checked, int unreachable, List<String> differences) {

  static ComparisonJson from(Comparison comparison) {
    return new ComparisonJson(
        comparison.startedAt(),
        comparison.finishedAt(),
        comparison.checked(),
        comparison.unreachable(),
        comparison.differences());
  }
}
