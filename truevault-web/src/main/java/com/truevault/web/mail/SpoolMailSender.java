package com.truevault.web.mail;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.mail.MailSender;
import com.truevault.secret.RandomIds;
import com.truevault.web.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each mail as a file into a folder, for hosts that have no mail server yet. The files are in
 * the format of RFC 5322, so that any mail program opens or sends them. Thread-safe.
 */
public final class SpoolMailSender implements MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolMailSender.class);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final RandomIds random;
  private final InstantSource clock;
  private final Supplier<String> from;

  /** Writes into the given folder, which is made with the first mail. */
  public SpoolMailSender(
      Path folder, RandomIds random, InstantSource clock, Supplier<String> from) {
    this.folder = folder;
    this.random = random;
    this.clock = clock;
    this.from = from;
  }

  @Override
  public void send(Mail mail) {
    Path file =
        folder.resolve(NAME.format(clock.instant()) + "-" + random.id().substring(0, 8) + ".eml");
    try {
      PrivateFile.create(file, text(mail).getBytes(StandardCharsets.US_ASCII));
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

  private String text(Mail mail) {
    String sender = from.get();
    return String.join(
            "\r\n",
            "Date: " + DATE.format(clock.instant()),
            "From: <" + (sender.isEmpty() ? "noreply@localhost" : sender) + ">",
            "To: <" + mail.to() + ">",
            "Subject: " + encoded(mail.subject()),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getMimeEncoder().encodeToString(mail.text().getBytes(StandardCharsets.UTF_8)))
        + "\r\n";
  }

  /** RFC 2047. */
  private static String encoded(String subject) {
    boolean isPlain = subject.chars().allMatch(c -> c >= ' ' && c <= '~');
    return isPlain
        ? subject
        : "=?utf-8?B?"
            + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }
}
