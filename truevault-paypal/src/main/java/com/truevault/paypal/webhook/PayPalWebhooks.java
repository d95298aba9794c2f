package com.truevault.paypal.webhook;

import com.truevault.paypal.PayPalAccount;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Verifies deliveries here, step by step, and asks PayPal only about what cannot be known here. The
 * signature covers the body by a checksum that can be matched, so a genuine delivery says no more
 * than that something happened.
 */
public final class PayPalWebhooks implements WebhookReader {
  /** What stands in the signature of simulated events, and of no webhook. */
  public static final String PLACEHOLDER = "WEBHOOK_ID";

  /** The largest body in bytes; the largest that was seen has 2.3 KiB. */
  public static final int MOST_BYTES = 256 * 1024;

  /** PayPal repeats deliveries for three days. */
  private static final Duration OLDEST = Duration.ofDays(4);

  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  /** In a minute: what strangers send must not use up the calls that money needs. */
  private static final int MOST_QUESTIONS = 10;

  private final Supplier<PayPalAccount> account;
  private final CertificateSource certificates;
  private final PayPalAnswers answers;
  private final VerificationPolicy policy;
  private final InstantSource clock;
  private final TrustedSigners signers = new TrustedSigners();
  private final Turns questions = new Turns(MOST_QUESTIONS);

  /**
   * Verifies what is sent to an account.
   *
   * @param account asked at each delivery, so that changed settings count at once
   */
  public PayPalWebhooks(
      Supplier<PayPalAccount> account,
      CertificateSource certificates,
      PayPalAnswers answers,
      VerificationPolicy policy,
      InstantSource clock) {
    this.account = account;
    this.certificates = certificates;
    this.answers = answers;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public Set<String> headers() {
    return Transmission.HEADERS;
  }

  @Override
  public Verdict verify(Map<String, List<String>> headers, byte[] body) {
    try {
      Transmission transmission = Transmission.of(headers);
      Reason reason = check(transmission, body);
      Event event =
          Event.of(body)
              .orElseThrow(
                  () ->
                      new UnverifiedException(
                          Reason.EVENT_UNREADABLE,
                          "the body is signed but holds no event with an id and a type"));
      return new Verdict(
          reason.outcome(),
          reason.code(),
          reason == Reason.VERIFIED
              ? "PayPal signed this delivery for this webhook"
              : "PayPal says that it sent this delivery",
          event.id(),
          event.type(),
          transmission.id());
    } catch (UnverifiedException e) {
      return new Verdict(
          e.reason().outcome(),
          e.reason().code(),
          String.valueOf(e.getMessage()),
          null,
          null,
          null);
    }
  }

  @Override
  public About about(WebhookDelivery delivery) {
    return Event.of(delivery.body())
        .map(new EventSubjects(answers)::of)
        .orElse(new About(null, null, null, false));
  }

  private Reason check(Transmission transmission, byte[] body) throws UnverifiedException {
    requireSize(body);
    requireAlgorithm(transmission.algorithm());
    PayPalAccount current = account.get();
    CertificateAddress address =
        CertificateAddress.of(
            transmission.certificateUrl(), current.environment().certificateHosts());
    requireWebhookId(current.webhookId());
    Reason reason = Reason.VERIFIED;
    try {
      requireSignature(transmission, current, address, body);
    } catch (UnverifiedException doubt) {
      reason = asked(transmission, current.webhookId(), body, doubt);
    }
    requireTime(transmission.time());
    return reason;
  }

  private Reason asked(
      Transmission transmission, String webhookId, byte[] body, UnverifiedException doubt)
      throws UnverifiedException {
    if (!doubt.reason().isForPayPalToSay() || !questions.take(clock.instant())) {
      throw doubt;
    }
    return switch (answers.opinion(transmission, webhookId, body)) {
      case SENT -> Reason.CONFIRMED_BY_PAYPAL;
      case NOT_SENT ->
          throw new UnverifiedException(
              Reason.DENIED_BY_PAYPAL,
              doubt.getMessage() + "; PayPal says that it did not send the delivery",
              doubt);
      case NONE -> throw doubt;
    };
  }

  private void requireSignature(
      Transmission transmission, PayPalAccount current, CertificateAddress address, byte[] body)
      throws UnverifiedException {
    byte[] text = transmission.signedText(current.webhookId(), body);
    try {
      signer(transmission, current, address).requireSignature(transmission.signature(), text);
    } catch (UnverifiedException e) {
      if (e.reason() != Reason.SIGNATURE_WRONG || !certificates.isRenewed(address)) {
        throw e;
      }
      signer(transmission, current, address).requireSignature(transmission.signature(), text);
    }
  }

  private SigningCertificate signer(
      Transmission transmission, PayPalAccount current, CertificateAddress address)
      throws UnverifiedException {
    Instant at = policy.atTransmissionTime() ? transmission.time() : clock.instant();
    SigningCertificate signer =
        signers.find(address, certificates.at(address), current.environment().authorities(), at);
    signer.requireName(current.environment().certificateName());
    return signer;
  }

  private static void requireSize(byte[] body) throws UnverifiedException {
    if (body.length > MOST_BYTES) {
      throw new UnverifiedException(
          Reason.BODY_TOO_LARGE,
          "the body has %d bytes, at most %d are due".formatted(body.length, MOST_BYTES));
    }
  }

  private static void requireAlgorithm(String algorithm) throws UnverifiedException {
    if (!algorithm.equals(SigningCertificate.ALGORITHM)) {
      throw new UnverifiedException(
          Reason.ALGORITHM_UNKNOWN,
          "header %s must be %s: %s"
              .formatted(
                  Transmission.ALGORITHM,
                  SigningCertificate.ALGORITHM,
                  Transmission.shown(algorithm)));
    }
  }

  private void requireWebhookId(String webhookId) throws UnverifiedException {
    if (webhookId.isEmpty()) {
      throw new UnverifiedException(
          Reason.WEBHOOK_ID_MISSING, "no webhook is registered; run truevault admin paypal setup");
    }
    if (webhookId.equals(PLACEHOLDER) && !policy.takesPlaceholder()) {
      throw new UnverifiedException(
          Reason.WEBHOOK_ID_PLACEHOLDER,
          "the registered webhook id is the placeholder of PayPal's simulator, for which anybody"
              + " can have deliveries signed; set the id of a registered webhook");
    }
  }

  private void requireTime(Instant sent) throws UnverifiedException {
    Instant now = clock.instant();
    if (policy.atTransmissionTime()) {
      return;
    }
    if (sent.isBefore(now.minus(OLDEST))) {
      throw new UnverifiedException(
          Reason.TRANSMISSION_TOO_OLD, "sent at " + sent + ", more than four days before " + now);
    }
    if (sent.isAfter(now.plus(CLOCK_DIFFERENCE))) {
      throw new UnverifiedException(
          Reason.TRANSMISSION_IN_FUTURE, "sent at " + sent + ", which is after " + now);
    }
  }
}
