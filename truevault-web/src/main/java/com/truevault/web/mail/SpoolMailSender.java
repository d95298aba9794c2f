package com.truevault.web.mail;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import com.truevault.outbox.HopelessException;
import com.truevault.secret.RandomIds;
import com.truevault.web.file.PrivateFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each mail as a file into a folder, for hosts that have no mail server yet. The files are in
 * the format of RFC 5322, so that any mail program opens or sends them. Thread-safe.
 */
public final class SpoolMailSender implements MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolMailSender.class);
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final String NOBODY = "noreply@localhost";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final RandomIds random;
  private final InstantSource clock;
  private final Supplier<Sender> sender;

  /** Writes into the given folder, which is made with the first mail. */
  public SpoolMailSender(
      Path folder, RandomIds random, InstantSource clock, Supplier<Sender> sender) {
    this.folder = folder;
    this.random = random;
    this.clock = clock;
    this.sender = sender;
  }

  @Override
  public void send(Mail mail) {
    Path file =
        folder.resolve(NAME.format(clock.instant()) + "-" + random.id().substring(0, 8) + ".eml");
    try {
      PrivateFile.create(file, bytes(mail));
    } catch (IOException failure) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "mail-not-kept",
          "mail cannot be written into " + folder + "; check the disk and the folder's owner",
          failure);
    }
    LOG.atWarn()
        .addKeyValue("file", file.getFileName())
        .log("no mail server is configured; a mail was left in the folder mail-out");
  }

  private byte[] bytes(Mail mail) throws IOException {
    Sender known = sender.get();
    Sender from = known.address().isEmpty() ? new Sender(NOBODY, known.name()) : known;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      MimeMail.of(SESSION, mail, from, clock.instant()).writeTo(bytes);
    } catch (AddressException unusable) {
      throw new HopelessException(
          "mail-address-unusable", "mail cannot be addressed: " + unusable.getMessage(), unusable);
    } catch (MessagingException failure) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "mail-not-kept",
          "mail cannot be written: " + failure.getMessage(),
          failure);
    }
    return bytes.toByteArray();
  }
}
