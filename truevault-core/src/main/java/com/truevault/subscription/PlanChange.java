package com.truevault.subscription;

import com.truevault.billing.Terms;
import java.time.Instant;
import java.util.List;

/**
 * What another plan or cycle would mean.
 *
 * @param now the terms in force
 * @param then the terms asked for
 * @param kind what sort of change it is
 * @param holdsFrom when the plan and its device limit change
 * @param chargedFrom when the new price is charged first
 * @param deviceLimit of the new plan
 * @param surplus devices that would be switched off then, newest first; empty if none
 */
public record PlanChange(
    Terms now,
    Terms then,
    Kind kind,
    Instant holdsFrom,
    Instant chargedFrom,
    int deviceLimit,
    List<String> surplus) {

  /** Copies the names. */
  public PlanChange {
    surplus = List.copyOf(surplus);
  }

  /** What sort of change it is. */
  public enum Kind {
    /** More at once, at a price that begins with the next charge. */
    UPGRADE,
    /** Less from the next charge on. */
    DOWNGRADE,
    /** Another cycle from the next charge on: a new subscription follows this one. */
    CYCLE
  }
}
