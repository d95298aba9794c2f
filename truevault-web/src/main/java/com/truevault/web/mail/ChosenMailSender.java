package com.truevault.web.mail;

import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import java.util.function.BooleanSupplier;

/** Sends by a mail server while one is set, and into a folder otherwise. Thread-safe. */
public final class ChosenMailSender implements MailSender {
  private final BooleanSupplier hasServer;
  private final MailSender server;
  private final MailSender folder;

  /**
   * Chooses between two.
   *
   * @param hasServer asked at each mail
   */
  public ChosenMailSender(BooleanSupplier hasServer, MailSender server, MailSender folder) {
    this.hasServer = hasServer;
    this.server = server;
    this.folder = folder;
  }

  @Override
  public void send(Mail mail) {
    (hasServer.getAsBoolean() ? server : folder).send(mail);
  }

  @Override
  public void roundOver() {
    server.roundOver();
    folder.roundOver();
  }
}
