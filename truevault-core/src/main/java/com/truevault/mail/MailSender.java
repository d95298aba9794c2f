package com.truevault.mail;

import com.truevault.TrueVaultException;

/** Carries mail away. Implementations are safe for use by many threads and may block. */
public interface MailSender {

  /**
   * Hands the mail to the next carrier.
   *
   * @throws TrueVaultException UNAVAILABLE if it could not be handed over; it is tried again later
   */
  void send(Mail mail);
}
