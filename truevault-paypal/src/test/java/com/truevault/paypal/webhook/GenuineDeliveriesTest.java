package com.truevault.paypal.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.truevault.paypal.CertificateAuthorities;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.webhook.Vectors.Vector;
import com.truevault.testing.SettableClock;
import com.truevault.webhook.WebhookReader;
import com.truevault.webhook.WebhookReader.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Deliveries that PayPal itself signed, with the certificate that it used. */
class GenuineDeliveriesTest {
  private static final VerificationPolicy STORED = new VerificationPolicy(true, true);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));

  private PayPalWebhooks webhooks(
      PayPalEnvironment environment, String webhookId, VerificationPolicy policy) {
    PayPalAccount account =
        new PayPalAccount(environment, new PayPalCredentials("", ""), webhookId);
    return new PayPalWebhooks(
        () -> account, address -> PemFile.certificates(read()), PayPalAnswers.NONE, policy, clock);
  }

  private static byte[] read() {
    try {
      return Vectors.leaf();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(PayPalWebhooks webhooks, Vector vector) {
    return webhooks.verify(vector.headers(), vector.body()).reason();
  }

  @Test
  void verifyAsOfTheTimeWhenTheyWereSent() throws Exception {
    PayPalWebhooks webhooks = webhooks(PayPalEnvironment.LIVE, PayPalWebhooks.PLACEHOLDER, STORED);
    List<Vector> vectors = Vectors.all();
    for (Vector vector : vectors) {
      WebhookReader.Verdict verdict = webhooks.verify(vector.headers(), vector.body());
      assertEquals(Outcome.GENUINE, verdict.outcome(), vector.name() + ": " + verdict.text());
      assertEquals("verified", verdict.reason());
      assertEquals(vector.headers().get(Transmission.ID), List.of(verdict.transmissionId()));
    }
    assertEquals(5, vectors.size());
  }

  @Test
  void verifyLiveWhileTheirCertificateWasValid() throws Exception {
    PayPalWebhooks webhooks =
        webhooks(
            PayPalEnvironment.LIVE,
            PayPalWebhooks.PLACEHOLDER,
            new VerificationPolicy(false, true));
    for (Vector vector : Vectors.all()) {
      clock.set(
          Instant.parse(Objects.requireNonNull(vector.headers().get(Transmission.TIME)).get(0)));
      assertEquals("verified", reason(webhooks, vector));
      clock.set(clock.instant().plusSeconds(5 * 24 * 3600));
      assertEquals("transmission-too-old", reason(webhooks, vector));
      clock.set(clock.instant().minusSeconds(6 * 24 * 3600));
      assertEquals("transmission-in-future", reason(webhooks, vector));
    }
  }

  @Test
  void areRefusedByARunningHost() throws Exception {
    for (Vector vector : Vectors.all()) {
      assertEquals(
          "webhook-id-placeholder",
          reason(
              webhooks(
                  PayPalEnvironment.LIVE, PayPalWebhooks.PLACEHOLDER, VerificationPolicy.STRICT),
              vector));
      assertEquals(
          "chain-expired",
          reason(
              webhooks(PayPalEnvironment.LIVE, "8PT597110X687430L", VerificationPolicy.STRICT),
              vector));
      assertEquals(
          "signature-wrong",
          reason(webhooks(PayPalEnvironment.LIVE, "8PT597110X687430L", STORED), vector));
      assertEquals(
          "cert-url-host",
          reason(webhooks(PayPalEnvironment.SANDBOX, PayPalWebhooks.PLACEHOLDER, STORED), vector));
    }
  }

  @Test
  void needTheAuthorityInBetween() throws Exception {
    PayPalEnvironment live = PayPalEnvironment.LIVE;
    PayPalEnvironment bare =
        new PayPalEnvironment(
            live.mode(),
            live.apiBase(),
            live.certificateHosts(),
            live.certificateName(),
            new CertificateAuthorities(CertificateAuthorities.DIGICERT.anchors(), List.of()));
    for (Vector vector : Vectors.all()) {
      assertEquals(
          "chain-untrusted", reason(webhooks(bare, PayPalWebhooks.PLACEHOLDER, STORED), vector));
    }
  }

  @Test
  void sayNothingMoreThanThatSomethingHappened() throws Exception {
    PayPalWebhooks webhooks = webhooks(PayPalEnvironment.LIVE, PayPalWebhooks.PLACEHOLDER, STORED);
    Vector genuine =
        Vectors.all().stream()
            .filter(vector -> vector.name().equals("payment_sale_completed"))
            .findFirst()
            .orElseThrow();
    String text = new String(genuine.body(), StandardCharsets.UTF_8);
    byte[] forged = SameChecksum.forge(genuine.body(), text.replace("0.48", "9999.99"));
    assertNotEquals(text, new String(forged, StandardCharsets.UTF_8));
    assertEquals("verified", webhooks.verify(genuine.headers(), forged).reason());
    assertArrayEquals(genuine.body(), text.getBytes(StandardCharsets.UTF_8));
  }
}
