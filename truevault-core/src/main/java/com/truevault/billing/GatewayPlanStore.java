package com.truevault.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans at the payment provider, for each of its environments. */
public interface GatewayPlanStore {
  /** Adds a plan; false if there is one of its mode and id. */
  boolean add(GatewayPlan plan, Instant at);

  /** Replaces the terms of the plan of its mode and id; false if there is none. */
  boolean replace(GatewayPlan plan);

  /** The plan of that mode and id. */
  Optional<GatewayPlan> find(String mode, String id);

  /** All plans of a mode, oldest first; the same terms may have several. */
  List<GatewayPlan> list(String mode);
}
