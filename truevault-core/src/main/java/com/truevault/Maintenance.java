package com.truevault;

import com.truevault.entitlement.MembershipRound;
import com.truevault.outbox.Deliveries;
import com.truevault.outbox.Relay;
import com.truevault.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;

/** What a host calls from time to time; every call is safe to repeat. Safe for many threads. */
public final class Maintenance {
  private static final int MOST_ROUNDS = 10;

  private final Relay relay;
  private final Deliveries deliveries;
  private final People people;
  private final MembershipRound memberships;
  private final Traffic traffic;

  Maintenance(
      Relay relay,
      Deliveries deliveries,
      People people,
      MembershipRound memberships,
      Traffic traffic) {
    this.relay = relay;
    this.deliveries = deliveries;
    this.people = people;
    this.memberships = memberships;
    this.traffic = traffic;
  }

  /**
   * Delivers messages that are due, and those that their delivery causes; call every second or so.
   * Returns how many were applied.
   */
  public int deliver() {
    int all = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int applied = relay.deliverDue();
      if (applied == 0) {
        break;
      }
      all += applied;
    }
    return all;
  }

  /**
   * Marks devices as not connected that no server sees any more; call every minute or so. Returns
   * how many those were.
   */
  public int sweep() {
    return traffic.sweep();
  }

  /**
   * Erases who is due, removes what expired, and corrects memberships; call every hour or so. A
   * step that fails keeps none of the others from being done.
   *
   * @throws RuntimeException the first failure, when all steps have been tried
   */
  public void tidy() {
    List<Runnable> steps =
        List.of(
            people.departures()::eraseDue,
            people.sessions()::purge,
            people.throttle()::purge,
            deliveries::purge,
            traffic::purge,
            memberships::run);
    List<RuntimeException> failures = new ArrayList<>();
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      RuntimeException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
