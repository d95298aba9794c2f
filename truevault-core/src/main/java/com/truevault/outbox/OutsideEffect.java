package com.truevault.outbox;

/** What one topic does outside the files, such as sending a mail. At least once, not exactly. */
public interface OutsideEffect {

  /** The topic this effect listens to. */
  String topic();

  /**
   * Does it; any exception but HopelessException means it is tried again later. Called outside
   * every transaction.
   */
  void apply(Message message);

  /** A round of deliveries is over: what was kept open may be closed. Never throws. */
  default void roundOver() {}
}
