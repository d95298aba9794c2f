package com.truevault.webhook;

import com.truevault.outbox.Outgoing;

/** Tells operators what no program can settle. */
@FunctionalInterface
public interface DeliveryAlarm {

  /**
   * Tells in the running transaction.
   *
   * @param text what is wrong, in one sentence
   */
  void raise(Outgoing out, WebhookDelivery delivery, String text);
}
