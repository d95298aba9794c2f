package com.truevault.health;

import com.truevault.outbox.Outgoing;
import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.List;

/** What is wrong with servers, and was. Safe for use by many threads. */
public final class Alarms {
  private final AlarmStore store;
  private final AlarmMails mails;

  /** Keeps alarms in the given store and tells of them by mail. */
  public Alarms(AlarmStore store, AlarmMails mails) {
    this.store = store;
    this.mails = mails;
  }

  /** Those that are open, oldest first. */
  public List<Alarm> open() {
    return store.open();
  }

  /** The last alarms of a server, newest first. */
  public List<Alarm> recent(ServerKey server, int limit) {
    return store.recent(server, limit);
  }

  /** Raises and clears in the running transaction, which the mails become part of. */
  void settle(Outgoing out, List<Alarm> raised, List<Alarm> over, Instant at) {
    mails.raised(out, raised.stream().filter(store::raise).toList());
    mails.cleared(
        out,
        over.stream()
            .filter(alarm -> store.clear(alarm.server(), alarm.kind(), at))
            .map(alarm -> alarm.cleared(at))
            .toList(),
        at);
  }

  /** Ends an alarm that nobody needs to hear of any more. */
  void dismiss(Alarm alarm, Instant at) {
    store.clear(alarm.server(), alarm.kind(), at);
  }
}
