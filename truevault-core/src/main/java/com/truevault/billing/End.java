package com.truevault.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription ends.
 *
 * @param rule the rule that ends it, with its dates
 */
record End(EndReason reason, Instant at, String rule) {

  /** The earlier of two; of two at one moment that of the weightier reason. */
  static @Nullable End first(@Nullable End one, @Nullable End other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = one.at().compareTo(other.at());
    if (order == 0) {
      order = Integer.compare(one.weight(), other.weight());
    }
    return order <= 0 ? one : other;
  }

  private int weight() {
    return switch (reason) {
      case CHARGEBACK -> 0;
      case WITHDRAWN -> 1;
      case REFUNDED -> 2;
      case SUPERSEDED -> 3;
      case NONPAYMENT -> 4;
      case CANCELLED -> 5;
      case EXPIRED -> 6;
      case ABANDONED -> 7;
    };
  }
}
