package com.truevault.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The private key is in the downloaded file and nowhere else. */
class PrivateKeyTest {
  private static final String EMAIL = "ann@example.com";
  @TempDir Path directory;
  private final List<String> sent = new ArrayList<>();

  @Test
  void thePrivateKeyIsInTheFileAloneAndItsPublicKeyIsStored() throws Exception {
    ListAppender<ILoggingEvent> log = record();
    byte[] key;
    PublicKey stored;
    try (TestBrowser browser = TestBrowser.open();
        LiveHost host = LiveHost.start(directory.resolve("data"))) {
      Page page = browser.page(1440);
      page.onRequest(this::remember);
      String file = new Visit(host, page).signUpAndAddDevice(EMAIL);
      key = privateKey(file);
      page.selectOption("[data-server]", "toronto");
      page.waitForResponse(
          "**/config?server=new_york", () -> page.selectOption("[data-server]", "new_york"));
      assertFalse(page.content().contains(Base64.getEncoder().encodeToString(key)), "in the page");
      page.navigate(host.url("/devices"));
      var user = host.vault().users().findByEmail(EmailAddress.of(EMAIL)).orElseThrow();
      stored = host.vault().devices().of(user).get(0).publicKey();
      // A second process copies: opening live SQLite files here would drop their locks.
      run("cp", "-R", directory.resolve("data").toString(), directory.resolve("live").toString());
    }
    assertEquals(stored.base64(), publicKey(key));
    assertTrue(
        sent.stream().anyMatch(text -> text.contains(stored.base64())), "requests were seen");
    for (String text : sent) {
      demandAbsent(key, text.getBytes(StandardCharsets.ISO_8859_1), "a request");
    }
    for (ILoggingEvent event : log.list) {
      String line = event.getFormattedMessage() + event.getKeyValuePairs();
      demandAbsent(key, line.getBytes(StandardCharsets.ISO_8859_1), "the log");
    }
    assertTrue(searched(key, directory.resolve("live")).stream().anyMatch(f -> f.endsWith("-wal")));
    assertTrue(searched(key, directory.resolve("data")).contains("devices.db"));
  }

  private void remember(Request request) {
    byte[] body = request.postDataBuffer();
    sent.add(
        request.method()
            + " "
            + request.url()
            + request.headers()
            + (body == null ? "" : new String(body, StandardCharsets.ISO_8859_1)));
  }

  private static List<String> searched(byte[] key, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        demandAbsent(key, Files.readAllBytes(file), file.toString());
        names.add(file.getFileName().toString());
      }
    }
    return names;
  }

  private static void demandAbsent(byte[] key, byte[] bytes, String place) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String hex = HexFormat.of().formatHex(key);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(key);
    List<String> forms =
        List.of(
            new String(key, StandardCharsets.ISO_8859_1),
            hex,
            hex.toUpperCase(Locale.ROOT),
            base64,
            base64.replace('+', '-').replace('/', '_'),
            base64.replace("+", "%2B").replace("/", "%2F"));
    for (String form : forms) {
      assertFalse(text.contains(form), "the private key is in " + place);
    }
  }

  private static byte[] privateKey(String file) {
    String line =
        file.lines().filter(text -> text.startsWith("PrivateKey = ")).findFirst().orElseThrow();
    return Base64.getDecoder().decode(line.substring("PrivateKey = ".length()));
  }

  private static String publicKey(byte[] key) throws Exception {
    String own = publicKeyByTheJdk(key);
    if (Files.isExecutable(Path.of("/usr/bin/wg"))) {
      Process wg = new ProcessBuilder("/usr/bin/wg", "pubkey").start();
      try (var in = wg.getOutputStream()) {
        in.write(Base64.getEncoder().encode(key));
      }
      assertEquals(
          new String(wg.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip(), own);
    }
    return own;
  }

  /** X25519 of the base point (RFC 7748, section 6.1). */
  private static String publicKeyByTheJdk(byte[] key) throws Exception {
    var keys = KeyFactory.getInstance("X25519");
    var agreement = KeyAgreement.getInstance("X25519");
    agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, key)));
    var base = new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9));
    agreement.doPhase(keys.generatePublic(base), true);
    return Base64.getEncoder().encodeToString(agreement.generateSecret());
  }

  private static ListAppender<ILoggingEvent> record() {
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
    return appender;
  }

  private static void run(String... command) throws Exception {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }
}
