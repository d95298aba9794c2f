package com.truevault.outbox;

import java.util.Map;

/** Takes the messages of a transaction while it is being written. */
@FunctionalInterface
public interface Outgoing {

  /**
   * Commits an effect together with the rows of the running transaction.
   *
   * @param topic decides what happens
   * @param subject what it happens to, for people reading the list
   * @param payload the values the effect needs; never a secret in clear
   */
  void send(String topic, String subject, Map<String, String> payload);
}
