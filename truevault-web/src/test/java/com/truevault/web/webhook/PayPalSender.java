package com.truevault.web.webhook;

import com.truevault.paypal.CertificateAuthorities;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeSigner;
import com.truevault.paypal.webhook.FetchedCertificates;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.testing.SettableClock;
import com.truevault.web.host.TestHost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Signs deliveries under an authority of its own, and is the network that certificates come by. */
final class PayPalSender implements HttpExchange {
  static final String WEBHOOK_ID = "8PT597110X687430LKGECATA";

  private final FakeCertificates authority =
      new FakeCertificates(new SecureRandom(), TestHost.START.minus(Duration.ofDays(100)));
  private final FakeSigner signer =
      authority.signer(
          FakeCertificates.LIVE_NAME,
          TestHost.START.minus(Duration.ofDays(30)),
          TestHost.START.plus(Duration.ofDays(30)));
  private final PayPalEnvironment environment =
      new PayPalEnvironment(
          "live",
          PayPalEnvironment.LIVE.apiBase(),
          PayPalEnvironment.LIVE.certificateHosts(),
          FakeCertificates.LIVE_NAME,
          new CertificateAuthorities(List.of(authority.root()), List.of(authority.intermediate())));
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  /** A delivery on its way. */
  @SuppressWarnings("ArrayRecordComponent") // Bodies are large, and nobody compares them.
  record Sent(Map<String, String> headers, byte[] body) {}

  PayPalWebhooks reader() {
    PayPalAccount account =
        new PayPalAccount(environment, new PayPalCredentials("client", "secret"), WEBHOOK_ID);
    SettableClock clock = new SettableClock(TestHost.START);
    return new PayPalWebhooks(
        () -> account,
        new FetchedCertificates(this, clock),
        PayPalAnswers.NONE,
        VerificationPolicy.STRICT,
        clock);
  }

  @Override
  public Answer send(Call call) {
    asked.add(call.uri());
    boolean isKnown = call.uri().getPath().endsWith("/CERT-1");
    return new Answer(isKnown ? 200 : 404, Map.of(), signer.pem().getBytes(StandardCharsets.UTF_8));
  }

  /** Who was asked for certificates. */
  List<URI> asked() {
    return asked;
  }

  Sent sale(String event, String transmission, String subscription) {
    return signed(
        transmission,
        ("{\"id\":\"%s\",\"event_type\":\"PAYMENT.SALE.COMPLETED\",\"resource_type\":\"sale\","
                + "\"resource\":{\"id\":\"S-%s\",\"billing_agreement_id\":\"%s\","
                + "\"amount\":{\"total\":\"9.99\",\"currency\":\"USD\"}}}")
            .formatted(event, event, subscription)
            .getBytes(StandardCharsets.UTF_8));
  }

  Sent signed(String transmission, byte[] body) {
    String time = TestHost.START.toString();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("PAYPAL-TRANSMISSION-ID", transmission);
    headers.put("PAYPAL-TRANSMISSION-TIME", time);
    headers.put("PAYPAL-TRANSMISSION-SIG", signer.sign(transmission, time, WEBHOOK_ID, body));
    headers.put("PAYPAL-AUTH-VERSION", "v2");
    headers.put("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-1");
    headers.put("PAYPAL-AUTH-ALGO", "SHA256withRSA");
    return new Sent(headers, body);
  }
}
