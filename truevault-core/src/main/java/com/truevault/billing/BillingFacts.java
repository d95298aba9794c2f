package com.truevault.billing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one subscription.
 *
 * @param subscription its public id
 * @param opened what was agreed when it was opened
 * @param openedAt when that was
 * @param checkedAt when the provider was last asked and all it said was recorded; null if never
 * @param facts in any order
 */
public record BillingFacts(
    String subscription,
    Terms opened,
    Instant openedAt,
    @Nullable Instant checkedAt,
    List<Fact> facts) {

  /** Copies the facts. */
  public BillingFacts {
    facts = List.copyOf(facts);
  }
}
