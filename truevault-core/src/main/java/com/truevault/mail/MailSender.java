package com.truevault.mail;

import com.truevault.TrueVaultException;
import com.truevault.outbox.HopelessException;

/** Carries mail away. Implementations are safe for use by many threads and may block. */
public interface MailSender {

  /**
   * Hands the mail to the next carrier.
   *
   * @throws TrueVaultException UNAVAILABLE if it could not be handed over; it is tried again later
   * @throws HopelessException if this mail will never be taken, such as for an address nobody has
   */
  void send(Mail mail);

  /** Nothing more is to be sent for now: what was kept open may be closed. Never throws. */
  default void roundOver() {}
}
