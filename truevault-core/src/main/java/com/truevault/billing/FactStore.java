package com.truevault.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to subscriptions. Nothing is ever changed or removed. */
public interface FactStore {

  /**
   * Adds those facts that were not known.
   *
   * @param subscription its public id
   * @return the ones that are new, in the given order
   */
  List<Fact> add(String subscription, List<Fact> facts, Instant recordedAt);

  /** What happened to a subscription, in the order in which it was learned. */
  List<Recorded> of(String subscription);

  /** The public id of the subscription that the sale was for. */
  Optional<String> subscriptionOfSale(String saleId);

  /** A fact, and when it was learned. */
  record Recorded(Fact fact, Instant recordedAt) {}
}
