package com.truevault.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.mail.Mail;
import com.truevault.secret.RandomIds;
import com.truevault.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolMailSenderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesEachMailAsAFileThatOnlyItsOwnerMayRead() throws IOException {
    SpoolMailSender sender =
        new SpoolMailSender(
            folder.resolve("mail-out"),
            new RandomIds(new SecureRandom()),
            new SettableClock(Instant.parse("2026-03-01T12:00:00Z")),
            () -> "noreply@example.com");
    sender.send(new Mail("m1", "sam@example.com", "Grüße", "Hello\nSam\n", ""));
    sender.send(new Mail("m2", "sam@example.com", "Again", ".", ""));
    List<Path> files = files();
    assertEquals(2, files.size());
    for (Path file : files) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    String mail = read(files, "=?utf-8?B?");
    assertTrue(mail.startsWith("Date: Sun, 1 Mar 2026 12:00:00 +0000\r\n"), mail);
    assertTrue(mail.contains("\r\nFrom: <noreply@example.com>\r\nTo: <sam@example.com>\r\n"));
    String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
    assertEquals(
        "Hello\nSam\n", new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mail-out"))) {
      return files.toList();
    }
  }

  private static String read(List<Path> files, String part) throws IOException {
    for (Path file : files) {
      String text = Files.readString(file);
      if (text.contains(part)) {
        return text;
      }
    }
    throw new AssertionError("no mail holds " + part);
  }
}
