package com.truevault.benchmarks;

import com.truevault.paypal.CertificateAuthorities;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeSigner;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.Transmission;
import com.truevault.paypal.webhook.VerificationPolicy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Deliveries such as PayPal signs them, under an authority made for the run. */
final class SignedDeliveries {
  private static final String WEBHOOK_ID = "8PT597110X687430LKGECATA";
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final FakeCertificates authority =
      new FakeCertificates(new SecureRandom(), NOW.minus(Duration.ofDays(100)));
  private final FakeSigner signer =
      authority.signer(
          FakeCertificates.LIVE_NAME,
          NOW.minus(Duration.ofDays(1)),
          NOW.plus(Duration.ofDays(100)));

  /** A delivery on its way. */
  @SuppressWarnings("ArrayRecordComponent") // Bodies are large, and nobody compares them.
  record Delivery(String id, String event, Map<String, List<String>> headers, byte[] body) {}

  /** What verifies them, with the certificate at hand. */
  PayPalWebhooks reader() {
    PayPalEnvironment live = PayPalEnvironment.LIVE;
    PayPalAccount account =
        new PayPalAccount(
            new PayPalEnvironment(
                live.mode(),
                live.apiBase(),
                live.certificateHosts(),
                live.certificateName(),
                new CertificateAuthorities(
                    List.of(authority.root()), List.of(authority.intermediate()))),
            new PayPalCredentials("client", "secret"),
            WEBHOOK_ID);
    List<X509Certificate> certificate = List.of(signer.certificate());
    return new PayPalWebhooks(
        () -> account,
        address -> certificate,
        PayPalAnswers.NONE,
        VerificationPolicy.STRICT,
        () -> NOW);
  }

  /** So many that no other round has. */
  List<Delivery> make(int round, int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(number -> delivery(round + "-" + number))
        .toList();
  }

  /** The least that has to be done to believe one: the signature alone. */
  boolean isGenuine(Delivery delivery) throws GeneralSecurityException {
    CRC32 checksum = new CRC32();
    checksum.update(delivery.body());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(signer.certificate().getPublicKey());
    signature.update(
        String.join("|", delivery.id(), NOW.toString(), WEBHOOK_ID, "" + checksum.getValue())
            .getBytes(StandardCharsets.US_ASCII));
    return signature.verify(
        Base64.getDecoder()
            .decode(Objects.requireNonNull(delivery.headers().get(Transmission.SIGNATURE)).get(0)));
  }

  private Delivery delivery(String name) {
    String event = "WH-2WR32451HC0233532-" + name;
    byte[] body = body(event, name);
    String id = "8ad71ae0-4e5e-11ef-" + name;
    return new Delivery(
        id,
        event,
        Map.of(
            Transmission.ID, List.of(id),
            Transmission.TIME, List.of(NOW.toString()),
            Transmission.SIGNATURE, List.of(signer.sign(id, NOW.toString(), WEBHOOK_ID, body)),
            Transmission.CERTIFICATE_URL,
                List.of("https://api.paypal.com/v1/notifications/certs/CERT-360caa42"),
            Transmission.ALGORITHM, List.of("SHA256withRSA")),
        body);
  }

  private static byte[] body(String event, String name) {
    return """
    {"id":"%s","event_version":"1.0","create_time":"2026-03-01T09:59:58Z",\
    "resource_type":"sale","event_type":"PAYMENT.SALE.COMPLETED",\
    "summary":"Payment completed for $ 9.99 USD","resource":{"id":"S-%s",\
    "billing_agreement_id":"I-BW452GLLEP1G","custom":"0123456789abcdefghjkmnpqrs",\
    "amount":{"total":"9.99","currency":"USD","details":{"subtotal":"9.99"}},\
    "payment_mode":"INSTANT_TRANSFER","state":"completed",\
    "transaction_fee":{"value":"0.64","currency":"USD"},\
    "create_time":"2026-03-01T09:59:50Z","update_time":"2026-03-01T09:59:50Z","links":[\
    {"href":"https://api.paypal.com/v1/payments/sale/S-1","rel":"self","method":"GET"},\
    {"href":"https://api.paypal.com/v1/payments/sale/S-1/refund","rel":"refund",\
    "method":"POST"}]},"links":[]}\
    """
        .formatted(event, name)
        .getBytes(StandardCharsets.UTF_8);
  }
}
