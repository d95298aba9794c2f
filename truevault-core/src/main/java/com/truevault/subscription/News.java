package com.truevault.subscription;

import com.truevault.billing.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken in about a subscription.
 *
 * @param facts to be added
 * @param askedAt when the provider was asked, if it answered; null if not
 * @param isSilent whether it was asked and did not answer
 * @param actor who caused it, as it stands in the audit log
 */
record News(List<Fact> facts, @Nullable Instant askedAt, boolean isSilent, String actor) {
  /** The actor of what the provider says. */
  static final String GATEWAY = "gateway";

  News {
    facts = List.copyOf(facts);
  }

  /** Something that happened here. */
  static News of(String actor, Fact... facts) {
    return new News(List.of(facts), null, false, actor);
  }

  /** All that the provider said. */
  static News answer(List<Fact> facts, Instant askedAt) {
    return new News(facts, askedAt, false, GATEWAY);
  }

  /** Nothing: the provider did not answer. */
  static News silence() {
    return new News(List.of(), null, true, GATEWAY);
  }
}
