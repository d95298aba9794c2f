package com.truevault.health;

import com.truevault.server.ServerKey;
import java.util.List;

/** Tells where lists and kernels do not agree. */
@FunctionalInterface
public interface DeliveryWatch {
  /** Everything that is wrong at this moment, at most one of each kind for a server. */
  List<Trouble> troubles();

  /**
   * Something is wrong.
   *
   * @param kind one of {@link AlarmKind#LAGGING}, when the newest list is not applied after 60 s;
   *     {@link AlarmKind#REFUSED}; {@link AlarmKind#PAID_BUT_OFF} and {@link
   *     AlarmKind#UNPAID_BUT_ON}, which become an alarm when they are seen twice in a row
   * @param detail for administrators; no secret and no customer's address
   */
  record Trouble(ServerKey server, AlarmKind kind, String detail) {}
}
