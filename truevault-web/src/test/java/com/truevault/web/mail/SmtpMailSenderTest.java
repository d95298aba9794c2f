package com.truevault.web.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.mail.Mail;
import com.truevault.outbox.Delivery;
import com.truevault.outbox.HopelessException;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Registration;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailSenderTest {
  private static final String SECRET = "hunter two and more";
  @TempDir private static Path folder = Path.of("");
  private static OwnCertificate certificate = new OwnCertificate(Path.of(""));

  private final VaultFixture fixture = new VaultFixture();
  private final GreenMail mailbox =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });
  private SmtpMailSender sender = sender((SSLSocketFactory) SSLSocketFactory.getDefault());
  private TrueVault vault = fixture.vault(sender);

  @BeforeAll
  static void makeCertificate() throws IOException, InterruptedException {
    certificate = OwnCertificate.in(folder, "localhost");
    System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
    System.setProperty("greenmail.tls.keystore.password", OwnCertificate.PASSWORD);
  }

  @BeforeEach
  void start() throws GeneralSecurityException, IOException {
    mailbox.start();
    trust(certificate.trusting());
  }

  @AfterEach
  void stop() {
    sender.roundOver();
    mailbox.stop();
  }

  private SmtpMailSender sender(SSLSocketFactory tls) {
    return new SmtpMailSender(
        () -> SmtpServer.of(settings()), () -> Sender.of(settings()), fixture.clock(), tls);
  }

  private Settings settings() {
    return vault.settings();
  }

  private void trust(SSLSocketFactory tls) {
    sender = sender(tls);
    vault = fixture.vault(sender);
    use(mailbox.getSmtp().getPort(), "none", Map.of());
  }

  private void use(int port, String security, Map<SettingKey, String> more) {
    Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    values.put(SettingKey.SMTP_HOST, "localhost");
    values.put(SettingKey.SMTP_PORT, Integer.toString(port));
    values.put(SettingKey.SMTP_SECURITY, security);
    values.putAll(more);
    settings().change("admin", values);
  }

  private static Mail mail(String to, String subject) {
    return new Mail("m1", to, subject, "Hello\nSam\n", "<p>Hello<br>Sam</p>");
  }

  private MimeMessage only() {
    MimeMessage[] received = mailbox.getReceivedMessages();
    assertEquals(1, received.length);
    return received[0];
  }

  private TrueVaultException refused() {
    return assertThrows(
        TrueVaultException.class, () -> sender.send(mail("sam@example.com", "Hello")));
  }

  private List<Delivery> dead() {
    return vault.deliveries().dead(DataFile.USERS, new PageRequest(0, 10)).items();
  }

  private static void assertUnavailable(TrueVaultException refused, String words) {
    assertEquals(ErrorKind.UNAVAILABLE, refused.kind());
    assertEquals("mail-not-sent", refused.code());
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
    assertFalse(refused.getMessage().contains(SECRET), refused.getMessage());
  }

  @Test
  void carriesTextAndHtmlAsTwoFormsOfOneMail() throws MessagingException, IOException {
    settings().change("admin", Map.of(SettingKey.SITE_NAME, "Tunnel, Größe & \"Co\""));
    sender.send(mail("sam@example.com", "Grüße aus Łódź – ✓ " + "lang ".repeat(30)));

    MimeMessage received = only();
    assertEquals("Grüße aus Łódź – ✓ " + "lang ".repeat(30).strip(), received.getSubject().strip());
    assertEquals("<m1@example.com>", received.getMessageID());
    assertTrue(received.getContentType().startsWith("multipart/alternative;"));
    assertEquals("auto-generated", received.getHeader("Auto-Submitted", null));
    assertTrue(received.getFrom()[0].toString().endsWith("<noreply@example.com>"));
    assertEquals("Tunnel, Größe & \"Co\"", ((InternetAddress) received.getFrom()[0]).getPersonal());
    MimeMultipart parts = (MimeMultipart) received.getContent();
    assertEquals("Hello\r\nSam\r\n", parts.getBodyPart(0).getContent());
    assertTrue(parts.getBodyPart(0).getContentType().startsWith("text/plain; charset=UTF-8"));
    assertEquals("<p>Hello<br>Sam</p>", parts.getBodyPart(1).getContent());
    assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html; charset=UTF-8"));
  }

  @Test
  void carriesWhatTheLibraryWrites() throws MessagingException, IOException {
    vault
        .users()
        .register(
            Registration.of("kim@example.com", VaultFixture.PASSWORD, "Zażółć", "Gęślą Jaźń"));
    vault.maintenance().deliver();

    MimeMultipart parts = (MimeMultipart) only().getContent();
    String text = parts.getBodyPart(0).getContent().toString();
    assertTrue(text.startsWith("Hello Zażółć Gęślą Jaźń,\r\n"), text);
    assertTrue(parts.getBodyPart(1).getContent().toString().contains("Zażółć Gęślą Jaźń"));
  }

  @Test
  void triesAgainWithTheSameIdOnceTheServerIsBack() throws MessagingException, IOException {
    int port;
    try (ScriptedServer down = new ScriptedServer(null)) {
      port = down.port();
      down.answer("DATA", "451 4.3.0 disk full");
      use(port, "none", Map.of());
      fixture.customer("kim@example.com");
      assertEquals(0, vault.maintenance().deliver());
      sender.roundOver();
    }
    fixture.clock().advance(Duration.ofSeconds(2));
    assertEquals(0, vault.maintenance().deliver(), "nobody listens");
    assertEquals(List.of(), dead());

    use(mailbox.getSmtp().getPort(), "none", Map.of());
    fixture.clock().advance(Duration.ofMinutes(1));
    assertEquals(1, vault.maintenance().deliver());
    String id = only().getMessageID();
    assertTrue(id.matches("<[0-9a-z]{26}@example\\.com>"), id);
  }

  @Test
  void keepsOneConnectionForARoundAndHangsUpThen() throws IOException {
    try (ScriptedServer server = new ScriptedServer(null)) {
      use(server.port(), "none", Map.of());
      for (int user = 0; user < 5; user++) {
        fixture.customer("kim" + user + "@example.com");
      }
      assertEquals(5, vault.maintenance().deliver());

      assertEquals(1, server.connections());
      assertEquals(5, server.inClear().stream().filter(l -> l.startsWith("RCPT")).count());
      assertTrue(server.inClear().contains("QUIT"), server.inClear().toString());
    }
  }

  @Test
  void speaksTlsBeforeItSaysWhoItIs() throws GeneralSecurityException, IOException {
    try (ScriptedServer server = new ScriptedServer(certificate.server())) {
      use(
          server.port(),
          "starttls",
          Map.of(SettingKey.SMTP_USER, "relay", SettingKey.SMTP_PASSWORD, SECRET));
      sender.send(mail("sam@example.com", "Hello"));

      assertEquals(List.of("EHLO example.com", "STARTTLS"), server.inClear());
      assertTrue(server.protectedWords().contains("RCPT TO:<sam@example.com>"));
      assertTrue(server.protectedWords().stream().anyMatch(line -> line.startsWith("AUTH PLAIN")));
    }
  }

  @Test
  void sendsNothingToACertificateThatNobodyTrusts() throws GeneralSecurityException, IOException {
    trust((SSLSocketFactory) SSLSocketFactory.getDefault());
    try (ScriptedServer server = new ScriptedServer(certificate.server())) {
      use(server.port(), "starttls", Map.of(SettingKey.SMTP_PASSWORD, SECRET));
      assertUnavailable(refused(), "certification path");
      assertEquals(List.of(), server.protectedWords());
    }
  }

  @Test
  void sendsNothingToACertificateOfAnotherName()
      throws GeneralSecurityException, IOException, InterruptedException {
    OwnCertificate other = OwnCertificate.in(folder, "mail.example.com");
    trust(other.trusting());
    try (ScriptedServer server = new ScriptedServer(other.server())) {
      use(server.port(), "starttls", Map.of());
      assertUnavailable(refused(), "localhost");
      assertEquals(List.of(), server.protectedWords());
    }
  }

  @Test
  void sendsNothingWhereTlsIsNotOffered() throws IOException {
    try (ScriptedServer server = new ScriptedServer(null)) {
      use(
          server.port(),
          "starttls",
          Map.of(SettingKey.SMTP_USER, "relay", SettingKey.SMTP_PASSWORD, SECRET));
      assertUnavailable(refused(), "STARTTLS");
      assertTrue(
          server.inClear().stream().noneMatch(line -> line.matches("(AUTH|MAIL|RCPT|DATA).*")),
          server.inClear().toString());
    }
  }

  @Test
  void speaksTlsFromTheFirstByteWhereItIsWanted() throws MessagingException {
    use(mailbox.getSmtps().getPort(), "tls", Map.of());
    sender.send(mail("sam@example.com", "Hello"));

    assertEquals("Hello", only().getSubject());
  }

  @Test
  void saysThatThePasswordIsWrongWithoutSayingIt() {
    mailbox.setUser("relay@example.com", "relay", "the right one");
    use(
        mailbox.getSmtp().getPort(),
        "none",
        Map.of(SettingKey.SMTP_USER, "relay", SettingKey.SMTP_PASSWORD, SECRET));
    assertUnavailable(refused(), "localhost");

    settings().change("admin", Map.of(SettingKey.SMTP_PASSWORD, "the right one"));
    sender.send(mail("sam@example.com", "Hello"));
    assertEquals(1, mailbox.getReceivedMessages().length, "a change counts at once");
  }

  @Test
  void neverRepeatsAPasswordThatTheServerRepeats() throws IOException {
    try (ScriptedServer server = new ScriptedServer(null)) {
      server.answer("AUTH", "535 5.7.8 no user relay with " + SECRET);
      use(
          server.port(),
          "none",
          Map.of(SettingKey.SMTP_USER, "relay", SettingKey.SMTP_PASSWORD, SECRET));
      assertUnavailable(refused(), "535 5.7.8 no user relay with (password)");
    }
  }

  @Test
  void sendsNoPasswordThatOthersCouldRead() {
    use(
        2525,
        "none",
        Map.of(
            SettingKey.SMTP_HOST, "mail.example.com",
            SettingKey.SMTP_USER, "relay",
            SettingKey.SMTP_PASSWORD, SECRET));
    assertUnavailable(refused(), "set smtp_security to starttls or tls");
  }

  @Test
  void wantsASender() {
    settings().change("admin", Map.of(SettingKey.FROM_EMAIL, ""));
    assertUnavailable(refused(), "set from_email");
  }

  @Test
  void givesUpOnAnAddressThatTheServerRefusesForGood() throws IOException {
    try (ScriptedServer server = new ScriptedServer(null)) {
      server.answer("RCPT", "550 5.1.1 no such mailbox");
      use(server.port(), "none", Map.of());
      fixture.customer("kim@example.com");
      vault.maintenance().deliver();

      assertEquals(1, dead().get(0).attempts());
      String error = dead().get(0).lastError();
      assertTrue(error.contains("550 5.1.1 no such mailbox"), error);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 relaying denied",
        "554 5.7.1 blocked",
        "451 4.7.1 greylisted",
        "450 busy",
        "421 shutting down"
      })
  void triesAgainWhatMayPass(String answer) throws IOException {
    try (ScriptedServer server = new ScriptedServer(null)) {
      server.answer("RCPT", answer);
      use(server.port(), "none", Map.of());
      fixture.customer("kim@example.com");
      vault.maintenance().deliver();
      assertEquals(List.of(), dead());

      server.answer("RCPT", "250 ok");
      fixture.clock().advance(Duration.ofSeconds(2));
      assertEquals(1, vault.maintenance().deliver());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sam@example.com, robin@example.com",
        "sam@example.com robin@example.com",
        "sam@example.com>\u00a0<robin@example.com",
        "group: sam@example.com, robin@example.com;",
        "sam",
        "",
        "\"quoted\\\"@example.com"
      })
  void sendsToOneAddressOrNone(String to) {
    assertThrows(HopelessException.class, () -> sender.send(mail(to, "Hello")));
    assertEquals(0, mailbox.getReceivedMessages().length);
  }

  @Test
  void noTextAddsAHeaderOrEndsTheMail() throws MessagingException, IOException {
    String text = "one\r\n.\r\nMAIL FROM:<robin@example.com>\n.\n..two\n";
    sender.send(
        new Mail("m1", "sam@example.com", "x=?utf-8?Q?=0D=0ABcc:_robin=40example.com?=", text, ""));
    sender.roundOver();

    MimeMessage received = only();
    assertEquals(1, received.getAllRecipients().length);
    String all = new String(received.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(text.replace("\r\n", "\n").strip(), all.replace("\r\n", "\n").strip());
    assertNull(received.getHeader("Bcc"));
  }
}
