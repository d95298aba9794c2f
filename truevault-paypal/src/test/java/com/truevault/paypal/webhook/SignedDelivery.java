package com.truevault.paypal.webhook;

import com.truevault.paypal.CertificateAuthorities;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A delivery that verifies under an authority of the tests, to be spoilt in one place.
 *
 * @param headers by lower-case name
 * @param body the exact bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Bodies are large, and nobody compares them.
record SignedDelivery(Map<String, List<String>> headers, byte[] body) {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final String WEBHOOK_ID = "8PT597110X687430LKGECATA";
  static final String CERTIFICATE_URL =
      "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-1a5f47cb";
  static final String ID = "8ad71ae0-4e5e-11ef-b16d-8fad525a7f7b";
  static final FakeCertificates AUTHORITY =
      new FakeCertificates(new SecureRandom(), NOW.minus(Duration.ofDays(1000)));
  static final FakeSigner PAYPAL = signer(FakeCertificates.LIVE_NAME);
  static final PayPalEnvironment LIVE =
      new PayPalEnvironment(
          "live",
          PayPalEnvironment.LIVE.apiBase(),
          PayPalEnvironment.LIVE.certificateHosts(),
          FakeCertificates.LIVE_NAME,
          new CertificateAuthorities(List.of(AUTHORITY.root()), List.of(AUTHORITY.intermediate())));

  static final String BODY =
      "{\"id\":\"WH-2WR32451HC0233532-67976317FL4543714\",\"resource_type\":\"sale\","
          + "\"event_type\":\"PAYMENT.SALE.COMPLETED\",\"resource\":{\"id\":\"80021663DE681814L\","
          + "\"billing_agreement_id\":\"I-BW452GLLEP1G\",\"amount\":{\"total\":\"9.99\","
          + "\"currency\":\"USD\"},\"custom\":\"0123456789abcdefghjkmnpqrs\"}}";

  static FakeSigner signer(String name) {
    return AUTHORITY.signer(name, NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(30)));
  }

  static PayPalAccount account() {
    return new PayPalAccount(LIVE, new PayPalCredentials("client", "secret"), WEBHOOK_ID);
  }

  static SignedDelivery of(String body) {
    return of(PAYPAL, ID, NOW.toString(), body.getBytes(StandardCharsets.UTF_8));
  }

  static SignedDelivery of(FakeSigner signer, String id, String time, byte[] body) {
    return new SignedDelivery(
        Map.of(
            Transmission.ID, List.of(id),
            Transmission.TIME, List.of(time),
            Transmission.SIGNATURE, List.of(signer.sign(id, time, WEBHOOK_ID, body)),
            Transmission.CERTIFICATE_URL, List.of(CERTIFICATE_URL),
            Transmission.ALGORITHM, List.of("SHA256withRSA")),
        body);
  }

  SignedDelivery with(String header, String... values) {
    Map<String, List<String>> changed = new HashMap<>(headers);
    changed.put(header, List.of(values));
    return new SignedDelivery(changed, body);
  }

  SignedDelivery with(byte[] otherBody) {
    return new SignedDelivery(headers, otherBody);
  }
}
