package com.truevault.paypal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Something that somebody does, or that happens.
 *
 * @param who which customer, if one is concerned
 * @param size how much, how long or which; each kind reads it in its own way
 */
record Command(Kind kind, int who, int size) {

  /** What can happen, and how often among a hundred commands. */
  enum Kind {
    SUBSCRIBE(8),
    APPROVE(11),
    CANCEL(3),
    RESUME(4),
    CHANGE_PLAN(4),
    WITHDRAW(1),
    CANCEL_AT_PAYPAL(2),
    ADVANCE(25),
    FAIL(7),
    PAY_SLOWLY(2),
    REFUND_A_PART(3),
    REFUND_ALL(2),
    REVERSE(1),
    DISPUTE(2),
    RESOLVE(2),
    DISORDER(5),
    ORDER(2),
    FAULTS(3),
    NO_FAULTS(2),
    OUTAGE(3),
    CRASH(4),
    RESTART(1),
    ODDITIES(3);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  static List<Command> sequence(Random random, int length, int customers) {
    List<Kind> urn = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int i = 0; i < kind.weight; i++) {
        urn.add(kind);
      }
    }
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      commands.add(
          new Command(
              urn.get(random.nextInt(urn.size())),
              random.nextInt(customers),
              random.nextInt(1_000_000)));
    }
    return commands;
  }
}
