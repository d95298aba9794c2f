package com.truevault.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.mail.Mail;
import com.truevault.secret.RandomIds;
import com.truevault.testing.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolMailSenderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesEachMailAsAFileThatOnlyItsOwnerMayRead() throws IOException, MessagingException {
    SpoolMailSender sender =
        new SpoolMailSender(
            folder.resolve("mail-out"),
            new RandomIds(new SecureRandom()),
            new SettableClock(Instant.parse("2026-03-01T12:00:00Z")),
            () -> new Sender("noreply@example.com", "TrueVault VPN"));
    sender.send(new Mail("m1", "sam@example.com", "Grüße", "Hello\nSam\n", "<p>Hello"));
    sender.send(new Mail("m2", "sam@example.com", "Again", ".", ""));
    List<Path> files = files();
    assertEquals(2, files.size());
    for (Path file : files) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    MimeMessage mail = read(files, "Grüße");
    assertEquals("Sun, 1 Mar 2026 12:00:00 +0000", mail.getHeader("Date", null));
    assertEquals("TrueVault VPN <noreply@example.com>", mail.getHeader("From", null));
    assertEquals("sam@example.com", mail.getHeader("To", null));
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertEquals("Hello\r\nSam\r\n", parts.getBodyPart(0).getContent());
    assertEquals("<p>Hello", parts.getBodyPart(1).getContent());
    assertEquals(".", read(files, "Again").getContent());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mail-out"))) {
      return files.toList();
    }
  }

  private static MimeMessage read(List<Path> files, String subject)
      throws IOException, MessagingException {
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
        if (mail.getSubject().equals(subject)) {
          return mail;
        }
      }
    }
    throw new AssertionError("no mail is about " + subject);
  }
}
