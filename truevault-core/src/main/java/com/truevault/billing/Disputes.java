package com.truevault.billing;

import com.truevault.billing.Fact.Dispute;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What complaints at the provider bring about; money is a matter of sales and repayments alone. */
final class Disputes {
  private static final Set<String> UNAUTHORISED = Set.of("UNAUTHORISED", "UNAUTHORIZED");
  private static final String RECURRING = "CANCELED_RECURRING_BILLING";

  private Disputes() {}

  static void flag(List<Dispute> oldestFirst, Set<BillingFlag> flags) {
    Map<String, Dispute> newest = new HashMap<>();
    for (Dispute dispute : oldestFirst) {
      newest.merge(dispute.id(), dispute, (old, young) -> old.isOpen() ? young : old);
    }
    for (Dispute dispute : newest.values()) {
      if (dispute.isOpen()) {
        flags.add(BillingFlag.DISPUTE_OPEN);
        if (UNAUTHORISED.contains(dispute.reason())) {
          flags.add(BillingFlag.ACCESS_BLOCKED);
        }
      }
    }
  }

  /** When the customer first said to have cancelled; null if that was never said. */
  static @Nullable Instant cancelledAt(List<Dispute> oldestFirst) {
    for (Dispute dispute : oldestFirst) {
      if (dispute.reason().equals(RECURRING)) {
        return dispute.at();
      }
    }
    return null;
  }
}
