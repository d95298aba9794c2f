package com.truevault;

import com.truevault.entitlement.MembershipRound;
import com.truevault.outbox.Deliveries;
import com.truevault.outbox.Relay;

/** What a host calls from time to time; every call is safe to repeat. Safe for many threads. */
public final class Maintenance {
  private static final int MOST_ROUNDS = 10;

  private final Relay relay;
  private final Deliveries deliveries;
  private final People people;
  private final MembershipRound memberships;

  Maintenance(Relay relay, Deliveries deliveries, People people, MembershipRound memberships) {
    this.relay = relay;
    this.deliveries = deliveries;
    this.people = people;
    this.memberships = memberships;
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

  /** Erases who is due, corrects memberships, and removes what expired; call every hour or so. */
  public void tidy() {
    people.departures().eraseDue();
    memberships.run();
    people.sessions().purge();
    people.throttle().purge();
    deliveries.purge();
  }
}
