package com.truevault.subscription;

import java.time.Instant;
import java.util.List;

/**
 * What a comparison of all subscriptions with the payment provider found.
 *
 * @param checked how many subscriptions were compared
 * @param unreachable how many could not be, because the provider did not answer
 * @param differences one line each, for people
 */
public record Comparison(
    Instant startedAt, Instant finishedAt, int checked, int unreachable, List<String> differences) {
  /** Copies the differences. */
  public Comparison {
    differences = List.copyOf(differences);
  }
}
