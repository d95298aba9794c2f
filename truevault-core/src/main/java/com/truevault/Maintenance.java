package com.truevault;

import com.truevault.outbox.Deliveries;
import com.truevault.outbox.Relay;

/** What a host calls from time to time; every call is safe to repeat. Safe for many threads. */
public final class Maintenance {
  private final Relay relay;
  private final Deliveries deliveries;
  private final People people;

  Maintenance(Relay relay, Deliveries deliveries, People people) {
    this.relay = relay;
    this.deliveries = deliveries;
    this.people = people;
  }

  /** Delivers messages that are due; call every second or so. Returns how many were applied. */
  public int deliver() {
    return relay.deliverDue();
  }

  /** Erases who is due and removes what expired; call every hour or so. */
  public void tidy() {
    people.departures().eraseDue();
    people.sessions().purge();
    people.throttle().purge();
    deliveries.purge();
  }
}
