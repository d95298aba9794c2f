package com.truevault.paypal.webhook;

import static com.truevault.paypal.webhook.SignedDelivery.AUTHORITY;
import static com.truevault.paypal.webhook.SignedDelivery.BODY;
import static com.truevault.paypal.webhook.SignedDelivery.ID;
import static com.truevault.paypal.webhook.SignedDelivery.NOW;
import static com.truevault.paypal.webhook.SignedDelivery.PAYPAL;
import static com.truevault.paypal.webhook.SignedDelivery.WEBHOOK_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeSigner;
import com.truevault.paypal.webhook.PayPalAnswers.Opinion;
import com.truevault.testing.SettableClock;
import com.truevault.webhook.WebhookReader.Outcome;
import com.truevault.webhook.WebhookReader.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing is wrong with each delivery, and the reason says which. */
class RefusedDeliveriesTest {
  private final SettableClock clock = new SettableClock(NOW);
  private final RecordingExchange network = new RecordingExchange(PAYPAL.pem());
  private final List<String> questions = new ArrayList<>();
  private Opinion opinion = Opinion.NONE;
  private PayPalAccount account = SignedDelivery.account();
  private final PayPalWebhooks webhooks = webhooks(() -> account);

  private PayPalWebhooks webhooks(Supplier<PayPalAccount> settings) {
    PayPalAnswers answers =
        new PayPalAnswers() {
          @Override
          public Opinion opinion(Transmission transmission, String webhookId, byte[] body) {
            questions.add(transmission.id() + " " + webhookId);
            return opinion;
          }

          @Override
          public Optional<String> saleOfRefund(String refundId) {
            return Optional.empty();
          }
        };
    return new PayPalWebhooks(
        settings,
        new FetchedCertificates(network, clock),
        answers,
        VerificationPolicy.STRICT,
        clock);
  }

  private Verdict verify(SignedDelivery delivery) {
    return webhooks.verify(delivery.headers(), delivery.body());
  }

  private void assertRefused(String reason, SignedDelivery delivery) {
    Verdict verdict = verify(delivery);
    assertEquals(reason, verdict.reason(), verdict.text());
    assertEquals(Outcome.REFUSED, verdict.outcome());
    assertNull(verdict.eventId());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aDeliveryWithNothingWrongIsVerified() {
    Verdict verdict = verify(SignedDelivery.of(BODY));
    assertEquals("verified", verdict.reason(), verdict.text());
    assertEquals(Outcome.GENUINE, verdict.outcome());
    assertEquals("WH-2WR32451HC0233532-67976317FL4543714", verdict.eventId());
    assertEquals("PAYMENT.SALE.COMPLETED", verdict.eventType());
    assertEquals(ID, verdict.transmissionId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Transmission.ID,
        Transmission.TIME,
        Transmission.SIGNATURE,
        Transmission.CERTIFICATE_URL,
        Transmission.ALGORITHM
      })
  void headersMustBeThereOnceAndNotTooLong(String header) {
    SignedDelivery genuine = SignedDelivery.of(BODY);
    String value = Objects.requireNonNull(genuine.headers().get(header)).get(0);
    assertRefused("header-missing", genuine.with(header));
    assertRefused("header-missing", genuine.with(header, ""));
    assertRefused("header-duplicate", genuine.with(header, value, value));
    assertRefused("header-too-long", genuine.with(header, value + "x".repeat(500)));
    assertEquals(List.of(), network.asked);
  }

  @Test
  void headersMustBeWhatTheirNamesSay() {
    SignedDelivery genuine = SignedDelivery.of(BODY);
    assertRefused("header-malformed", genuine.with(Transmission.ID, "a|b"));
    for (String time : List.of("yesterday", "2026-13-01T10:00:00Z", "+99999-01-01T00:00:00Z")) {
      assertRefused("transmission-time-unreadable", genuine.with(Transmission.TIME, time));
    }
    for (String algorithm : List.of("SHA1withRSA", "sha256withrsa", "NONEwithRSA", "MD5")) {
      assertRefused("algorithm-unknown", genuine.with(Transmission.ALGORITHM, algorithm));
    }
    assertEquals(List.of(), network.asked);
  }

  @Test
  void bodiesBeyond256KibAreNotLookedAt() {
    assertRefused("body-too-large", SignedDelivery.of(BODY).with(new byte[256 * 1024 + 1]));
    String padded = BODY + " ".repeat(256 * 1024 - BODY.length());
    assertEquals("verified", verify(SignedDelivery.of(padded)).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "cert-url-scheme, http://api.paypal.com/v1/notifications/certs/C",
    "cert-url-scheme, file:///v1/notifications/certs/C",
    "cert-url-scheme, HTTPS://api.paypal.com/v1/notifications/certs/C",
    "cert-url-scheme, //api.paypal.com/v1/notifications/certs/C",
    "cert-url-user, https://user@api.paypal.com/v1/notifications/certs/C",
    "cert-url-user, https://api.paypal.com@evil.example.com/v1/notifications/certs/C",
    "cert-url-host, https://api.paypal.com.evil.example.com/v1/notifications/certs/C",
    "cert-url-host, https://evil.example.com/v1/notifications/certs/C",
    "cert-url-host, https://paypal.com/v1/notifications/certs/C",
    "cert-url-host, https://API.paypal.com/v1/notifications/certs/C",
    "cert-url-host, https://api.paypal.com./v1/notifications/certs/C",
    "cert-url-host, https://api.sandbox.paypal.com/v1/notifications/certs/C",
    "cert-url-host, https://127.0.0.1/v1/notifications/certs/C",
    "cert-url-host, https:///v1/notifications/certs/C",
    "cert-url-port, https://api.paypal.com:8443/v1/notifications/certs/C",
    "cert-url-path, https://api.paypal.com/v1/notifications/certs/",
    "cert-url-path, https://api.paypal.com/v1/notifications/certs/../../oauth2/token",
    "cert-url-path, https://api.paypal.com/v1/notifications/certs/%2e%2e",
    "cert-url-path, https://api.paypal.com/v1/payments/C",
    "cert-url-path, https://api.paypal.com/v1/notifications/certs/C?x=y",
    "cert-url-path, https://api.paypal.com/v1/notifications/certs/C#x",
    "cert-url-unreadable, https://api.paypal.com\\@evil.example.com/v1/notifications/certs/C",
    "cert-url-unreadable, https://api.paypal.com/v1/notifications/certs/C D",
  })
  void noRequestLeavesForAnAddressThatIsNotPayPals(String reason, String address) {
    assertRefused(reason, SignedDelivery.of(BODY).with(Transmission.CERTIFICATE_URL, address));
    assertEquals(List.of(), network.asked);
  }

  @Test
  void theWebhookMustBeOneThatIsRegistered() {
    account = new PayPalAccount(SignedDelivery.LIVE, new PayPalCredentials("", ""), "");
    Verdict missing = verify(SignedDelivery.of(BODY));
    assertEquals("webhook-id-missing", missing.reason());
    assertEquals(Outcome.UNDECIDED, missing.outcome());
    account =
        new PayPalAccount(
            SignedDelivery.LIVE, new PayPalCredentials("", ""), PayPalWebhooks.PLACEHOLDER);
    String signature = PAYPAL.sign(ID, NOW.toString(), PayPalWebhooks.PLACEHOLDER, bytes(BODY));
    assertRefused(
        "webhook-id-placeholder", SignedDelivery.of(BODY).with(Transmission.SIGNATURE, signature));
    account = SignedDelivery.account();
    assertRefused(
        "signature-wrong", SignedDelivery.of(BODY).with(Transmission.SIGNATURE, signature));
  }

  @Test
  void certificatesOfOthersAreNotTrusted() {
    network.answer(200, "<html>not found</html>");
    assertRefused("cert-unreadable", SignedDelivery.of(BODY));
    network.answer(200, own(FakeCertificates.LIVE_NAME, true).pem());
    assertRefused("chain-untrusted", again());
    FakeCertificates foreign =
        new FakeCertificates(new java.security.SecureRandom(), NOW.minus(Duration.ofDays(100)));
    FakeSigner impostor =
        foreign.signer(
            FakeCertificates.LIVE_NAME,
            NOW.minus(Duration.ofDays(30)),
            NOW.plus(Duration.ofDays(30)));
    network.answer(200, impostor.pem());
    assertRefused("chain-untrusted", again());
    network.answer(200, impostor.pem() + pem(foreign));
    assertRefused("chain-untrusted", again());
    network.answer(200, SignedDelivery.signer("www.paypal.com").pem());
    assertRefused("subject-wrong", again());
    network.answer(200, SignedDelivery.signer(FakeCertificates.SANDBOX_NAME).pem());
    assertRefused("subject-wrong", again());
  }

  /** At another address each time, so that nothing is remembered. */
  private SignedDelivery again() {
    return SignedDelivery.of(BODY)
        .with(
            Transmission.CERTIFICATE_URL,
            SignedDelivery.CERTIFICATE_URL + "-" + network.asked.size());
  }

  private static FakeSigner own(String name, boolean isValid) {
    return AUTHORITY.selfSigned(
        name,
        NOW.minus(Duration.ofDays(30)),
        isValid ? NOW.plus(Duration.ofDays(30)) : NOW.minus(Duration.ofDays(1)));
  }

  private static String pem(FakeCertificates foreign) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + java.util.Base64.getMimeEncoder().encodeToString(foreign.intermediate().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void certificatesAreGoodForTheirTimeOnly() {
    FakeSigner expired =
        AUTHORITY.signer(
            FakeCertificates.LIVE_NAME,
            NOW.minus(Duration.ofDays(30)),
            NOW.minus(Duration.ofDays(1)));
    network.answer(200, expired.pem());
    assertRefused("chain-expired", SignedDelivery.of(expired, ID, NOW.toString(), bytes(BODY)));
    FakeSigner early =
        AUTHORITY.signer(
            FakeCertificates.LIVE_NAME,
            NOW.plus(Duration.ofDays(1)),
            NOW.plus(Duration.ofDays(30)));
    network.answer(200, early.pem());
    assertRefused("chain-expired", again());
  }

  @Test
  void theSignatureIsForThisTransmissionTimeWebhookAndBodyAlone() {
    SignedDelivery genuine = SignedDelivery.of(BODY);
    byte[] flipped = genuine.body().clone();
    flipped[flipped.length / 2] ^= 1;
    assertRefused("signature-wrong", genuine.with(flipped));
    assertRefused("signature-wrong", genuine.with(Arrays.copyOf(genuine.body(), 10)));
    assertRefused("signature-wrong", genuine.with(bytes(BODY.replace(":", ": "))));
    assertRefused(
        "signature-wrong", genuine.with(Transmission.ID, "9ad71ae0-4e5e-11ef-b16d-8fad525a7f7b"));
    assertRefused(
        "signature-wrong", genuine.with(Transmission.TIME, NOW.plusSeconds(1).toString()));
    assertRefused(
        "signature-wrong",
        genuine.with(
            Transmission.SIGNATURE,
            Objects.requireNonNull(SignedDelivery.of("{}").headers().get(Transmission.SIGNATURE))
                .get(0)));
    assertRefused(
        "signature-wrong",
        genuine.with(
            Transmission.SIGNATURE, PAYPAL.sign(ID, NOW.toString(), "OTHER", bytes(BODY))));
    FakeSigner twin = SignedDelivery.signer(FakeCertificates.LIVE_NAME);
    assertRefused("signature-wrong", SignedDelivery.of(twin, ID, NOW.toString(), bytes(BODY)));
  }

  @Test
  void theChecksumIsAnUnsignedDecimal() {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(bytes(BODY));
    String start = ID + "|" + NOW + "|" + WEBHOOK_ID + "|";
    SignedDelivery genuine = SignedDelivery.of(BODY);
    assertRefused(
        "signature-wrong",
        genuine.with(
            Transmission.SIGNATURE, PAYPAL.sign(start + Long.toHexString(crc.getValue()))));
    assertRefused(
        "signature-wrong",
        genuine.with(Transmission.SIGNATURE, PAYPAL.sign(start + (crc.getValue() - (1L << 32)))));
    assertEquals(
        "verified",
        verify(genuine.with(Transmission.SIGNATURE, PAYPAL.sign(start + crc.getValue()))).reason());
  }

  @Test
  void theSignatureMustBeInBase64() {
    for (String signature : List.of("!", "abc def", "ÿÿÿÿ", "=", "AAAB==", "AAA", "AB==")) {
      assertRefused(
          "signature-encoding", SignedDelivery.of(BODY).with(Transmission.SIGNATURE, signature));
    }
    assertRefused("signature-wrong", SignedDelivery.of(BODY).with(Transmission.SIGNATURE, "AAAA"));
  }

  @Test
  void deliveriesAreTakenForFourDays() {
    SignedDelivery delivery = SignedDelivery.of(BODY);
    clock.set(NOW.plus(Duration.ofDays(4)));
    assertEquals("verified", verify(delivery).reason());
    clock.advance(Duration.ofSeconds(1));
    assertRefused("transmission-too-old", delivery);
    clock.set(NOW.minus(Duration.ofMinutes(5)));
    assertEquals("verified", verify(delivery).reason());
    clock.advance(Duration.ofSeconds(-1));
    assertRefused("transmission-in-future", delivery);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":\"WH-1\"}",
        "{\"id\":1,\"event_type\":\"A\"}",
        "{\"id\":",
        "{\"id\":\"a b\",\"event_type\":\"A\"}",
        "{\"id\":\"WH-1\",\"event_type\":\"A\"} {}"
      })
  void signedBodiesMustHoldAnEvent(String body) {
    assertRefused("event-unreadable", SignedDelivery.of(body));
  }

  @Test
  void payPalIsAskedAboutWhatCannotBeKnownHere() {
    network.answer(0, "");
    Verdict alone = verify(SignedDelivery.of(BODY));
    assertEquals("cert-unavailable", alone.reason());
    assertEquals(Outcome.UNDECIDED, alone.outcome());
    opinion = Opinion.SENT;
    Verdict confirmed = verify(SignedDelivery.of(BODY));
    assertEquals("confirmed-by-paypal", confirmed.reason());
    assertEquals(Outcome.GENUINE, confirmed.outcome());
    opinion = Opinion.NOT_SENT;
    assertRefused("denied-by-paypal", SignedDelivery.of(BODY));
    assertEquals(ID + " " + WEBHOOK_ID, questions.get(0));
    network.answer(200, own(FakeCertificates.LIVE_NAME, true).pem());
    opinion = Opinion.SENT;
    assertEquals("confirmed-by-paypal", verify(again()).reason());
  }

  @Test
  void strangersCannotUseUpTheQuestionsToPayPal() {
    network.answer(404, "");
    opinion = Opinion.NOT_SENT;
    for (int i = 0; i < 100; i++) {
      verify(again());
    }
    assertEquals(10, questions.size());
    assertEquals(20, network.asked.size());
    clock.advance(Duration.ofMinutes(1));
    assertRefused("denied-by-paypal", again());
  }

  @Test
  void settingsCountFromTheNextDeliveryOn() {
    SignedDelivery delivery = SignedDelivery.of(BODY);
    assertEquals("verified", verify(delivery).reason());
    account =
        new PayPalAccount(PayPalEnvironment.SANDBOX, new PayPalCredentials("", ""), WEBHOOK_ID);
    assertRefused("cert-url-host", delivery);
  }

  @Test
  void everyReasonHasACodeOfItsOwn() {
    List<String> codes = Arrays.stream(Reason.values()).map(Reason::code).distinct().toList();
    assertEquals(Reason.values().length, codes.size());
    assertTrue(codes.stream().allMatch(code -> code.matches("[a-z0-9-]{3,64}")), codes::toString);
  }

  @Test
  void aTextOfOneLineIsAllThatAStrangerWrites() {
    Verdict verdict =
        verify(SignedDelivery.of(BODY).with(Transmission.ALGORITHM, "x\r\ny" + "z".repeat(300)));
    assertTrue(verdict.text().length() < 250, verdict.text());
    assertTrue(verdict.text().lines().count() == 1, verdict.text());
  }
}
