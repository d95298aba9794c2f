package com.truevault.web.mail;

import com.truevault.mail.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A mail in the format of RFC 5322: text, and HTML beside it if there is any. */
final class MimeMail extends MimeMessage {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String id;

  private MimeMail(Session session, String id) {
    super(session);
    this.id = id;
  }

  /**
   * The mail, ready to be written.
   *
   * @throws AddressException if the recipient's address cannot be used
   * @throws MessagingException if the sender's cannot
   */
  static MimeMail of(Session session, Mail mail, Sender sender, Instant at)
      throws MessagingException {
    MimeMail message = new MimeMail(session, mail.id() + "@" + sender.domain());
    message.setFrom(from(sender));
    message.setRecipient(RecipientType.TO, recipient(mail.to()));
    message.setSubject(mail.subject(), UTF_8);
    message.setHeader("Date", DATE.format(at));
    // Nobody's out-of-office note is wanted.
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.html().isEmpty()) {
      message.setText(lines(mail.text()), UTF_8);
    } else {
      message.setContent(
          new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    }
    message.saveChanges();
    return message;
  }

  /** The same at each try, so that a mail that arrives twice can be told from two mails. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + ">");
  }

  private static InternetAddress recipient(String address) throws AddressException {
    InternetAddress recipient = new InternetAddress(address, true);
    if (recipient.isGroup()) {
      throw new AddressException("a group is not one address");
    }
    return recipient;
  }

  private static InternetAddress from(Sender sender) throws MessagingException {
    try {
      InternetAddress from = new InternetAddress(sender.address(), true);
      from.setPersonal(sender.name(), UTF_8);
      return from;
    } catch (AddressException unusable) {
      throw new MessagingException("from_email cannot be used: " + unusable.getMessage());
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(lines(text), UTF_8, subtype);
    return part;
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n");
  }
}
