package com.truevault.paypal.testing;

import java.time.Instant;

/**
 * A buyer's complaint.
 *
 * @param outcome empty while it is open
 */
public record FakeDispute(
    String id,
    String sale,
    String reason,
    String stage,
    String outcome,
    Instant openedAt,
    Instant changedAt) {

  /** Whether nobody has decided yet. */
  public boolean isOpen() {
    return outcome.isEmpty();
  }

  FakeDispute at(String nextStage, String nextOutcome, Instant now) {
    return new FakeDispute(id, sale, reason, nextStage, nextOutcome, openedAt, now);
  }
}
