package com.truevault.paypal.webhook;

import static com.truevault.paypal.webhook.SignedDelivery.BODY;
import static com.truevault.paypal.webhook.SignedDelivery.ID;
import static com.truevault.paypal.webhook.SignedDelivery.NOW;
import static com.truevault.paypal.webhook.SignedDelivery.PAYPAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeSigner;
import com.truevault.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FetchedCertificatesTest {
  private final SettableClock clock = new SettableClock(NOW);
  private final RecordingExchange network = new RecordingExchange(PAYPAL.pem());
  private final PayPalWebhooks webhooks =
      new PayPalWebhooks(
          SignedDelivery::account,
          new FetchedCertificates(network, clock),
          PayPalAnswers.NONE,
          VerificationPolicy.STRICT,
          clock);

  private String reason(SignedDelivery delivery) {
    return webhooks.verify(delivery.headers(), delivery.body()).reason();
  }

  private SignedDelivery sentNow(FakeSigner signer) {
    return SignedDelivery.of(
        signer, ID, clock.instant().toString(), BODY.getBytes(StandardCharsets.UTF_8));
  }

  private static SignedDelivery at(int number) {
    return SignedDelivery.of(BODY)
        .with(Transmission.CERTIFICATE_URL, SignedDelivery.CERTIFICATE_URL + number);
  }

  @Test
  void areFetchedOnceAndKeptUntilTheyExpire() {
    for (int i = 0; i < 3; i++) {
      assertEquals("verified", reason(sentNow(PAYPAL)));
    }
    clock.advance(Duration.ofDays(29));
    assertEquals("verified", reason(sentNow(PAYPAL)));
    assertEquals(1, network.asked.size());
    clock.advance(Duration.ofDays(2));
    FakeSigner next =
        SignedDelivery.AUTHORITY.signer(
            FakeCertificates.LIVE_NAME, NOW, NOW.plus(Duration.ofDays(300)));
    network.answer(200, next.pem());
    assertEquals("verified", reason(sentNow(next)));
    assertEquals(2, network.asked.size());
  }

  @Test
  void areFetchedAgainWhenASignatureIsWrongButOnceAMinuteOnly() {
    assertEquals("verified", reason(sentNow(PAYPAL)));
    FakeSigner next = SignedDelivery.signer(FakeCertificates.LIVE_NAME);
    network.answer(200, next.pem());
    assertEquals("signature-wrong", reason(sentNow(next)));
    assertEquals(1, network.asked.size());
    clock.advance(Duration.ofMinutes(1));
    assertEquals("verified", reason(sentNow(next)));
    assertEquals(2, network.asked.size());
    for (int i = 0; i < 10; i++) {
      assertEquals("signature-wrong", reason(sentNow(PAYPAL)));
    }
    assertEquals(2, network.asked.size());
  }

  @Test
  void thatAreNotToBeHadAreAskedForOnceAMinute() {
    network.answer(0, "");
    for (int i = 0; i < 5; i++) {
      assertEquals("cert-unavailable", reason(sentNow(PAYPAL)));
    }
    assertEquals(1, network.asked.size());
    network.answer(200, PAYPAL.pem());
    assertEquals("cert-unavailable", reason(sentNow(PAYPAL)));
    clock.advance(Duration.ofMinutes(1));
    assertEquals("verified", reason(sentNow(PAYPAL)));
  }

  @Test
  void keepTheLastSixteenAndAreNotPushedOutByFailures() {
    for (int i = 0; i < 16; i++) {
      assertEquals("verified", reason(at(i)));
    }
    clock.advance(Duration.ofMinutes(1));
    network.answer(404, "");
    for (int i = 100; i < 120; i++) {
      assertEquals("cert-unavailable", reason(at(i)));
    }
    for (int i = 0; i < 16; i++) {
      assertEquals("verified", reason(at(i)));
    }
    assertEquals(36, network.asked.size());
  }

  @Test
  void comeFromPayPalsHostsAlone() {
    reason(at(1));
    assertEquals(
        Set.of("api.paypal.com"),
        Set.copyOf(network.asked.stream().map(java.net.URI::getHost).toList()));
  }

  @Test
  void redirectsAndOtherAnswersAreNoCertificates() {
    for (int status : new int[] {301, 302, 204, 404, 500}) {
      network.answer(status, PAYPAL.pem());
      assertEquals("cert-unavailable", reason(at(status)));
    }
  }
}
