package com.truevault.web.mail;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import com.truevault.outbox.HopelessException;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to the operator's mail server. Server and sender are asked for at each mail, so that
 * a change takes effect at once; the connection is kept until the round is over. Thread-safe; mails
 * go one after the other.
 */
public final class SmtpMailSender implements MailSender {
  private final Supplier<SmtpServer> server;
  private final Supplier<Sender> sender;
  private final InstantSource clock;
  private final SSLSocketFactory tls;
  private @Nullable Connection open;

  /**
   * Sends by the given server in the name of the given sender.
   *
   * @param tls decides whose certificates are trusted
   */
  public SmtpMailSender(
      Supplier<SmtpServer> server,
      Supplier<Sender> sender,
      InstantSource clock,
      SSLSocketFactory tls) {
    this.server = server;
    this.sender = sender;
    this.clock = clock;
    this.tls = tls;
  }

  @Override
  public synchronized void send(Mail mail) {
    SmtpServer to = server.get();
    Sender from = sender.get();
    refuseUnusable(to, from);
    Session session = SmtpSession.of(to, from, tls);
    try {
      MimeMessage message = MimeMail.of(session, mail, from, clock.instant());
      Address[] recipients = message.getAllRecipients();
      connected(session, to).sendMessage(message, recipients);
    } catch (AddressException unusable) {
      throw new HopelessException(
          "mail-address-unusable", "mail cannot be addressed: " + unusable.getMessage(), unusable);
    } catch (MessagingException failure) {
      roundOver();
      throw Refusals.of(to, failure);
    }
  }

  @Override
  public synchronized void roundOver() {
    Connection was = open;
    open = null;
    if (was != null) {
      was.close();
    }
  }

  private Transport connected(Session session, SmtpServer to) throws MessagingException {
    Connection known = open;
    if (known != null && known.isUsableFor(to)) {
      return known.transport();
    }
    roundOver();
    Transport transport = session.getTransport("smtp");
    // Without a user it would sign in as whoever runs this process, unless there is no password.
    boolean signsIn = !to.user().isEmpty();
    transport.connect(
        to.host(), to.port(), signsIn ? to.user() : null, signsIn ? to.password() : null);
    open = new Connection(to, transport);
    return transport;
  }

  private static void refuseUnusable(SmtpServer to, Sender from) {
    if (from.address().isEmpty()) {
      throw unusable("mails have no sender; set from_email");
    }
    if (to.exposesPassword()) {
      throw unusable(
          "password for "
              + to
              + " would be readable on its way; set smtp_security to starttls or tls");
    }
  }

  private static TrueVaultException unusable(String message) {
    return new TrueVaultException(ErrorKind.UNAVAILABLE, "mail-not-sent", message);
  }

  private record Connection(SmtpServer server, Transport transport) {
    boolean isUsableFor(SmtpServer wanted) {
      return server.equals(wanted) && transport.isConnected();
    }

    void close() {
      try {
        transport.close();
      } catch (MessagingException gone) {
        // It was to be closed, and it is.
      }
    }
  }
}
