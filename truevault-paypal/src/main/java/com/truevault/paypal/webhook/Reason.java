package com.truevault.paypal.webhook;

import com.truevault.webhook.WebhookReader.Outcome;
import java.util.Locale;

/** What the verification of a delivery can find, in the order of its steps. */
public enum Reason {
  /** A header that PayPal always sends is absent or empty. */
  HEADER_MISSING(Outcome.REFUSED),
  /** A header came more than once. */
  HEADER_DUPLICATE(Outcome.REFUSED),
  /** A header is longer than PayPal makes it. */
  HEADER_TOO_LONG(Outcome.REFUSED),
  /** A header holds characters that PayPal does not use. */
  HEADER_MALFORMED(Outcome.REFUSED),
  /** The time of the transmission is no time. */
  TRANSMISSION_TIME_UNREADABLE(Outcome.REFUSED),
  /** The body is longer than 256 KiB. */
  BODY_TOO_LARGE(Outcome.REFUSED),
  /** The signature is of another kind than SHA-256 with RSA. */
  ALGORITHM_UNKNOWN(Outcome.REFUSED),
  /** The address of the certificate is no address. */
  CERT_URL_UNREADABLE(Outcome.REFUSED),
  /** The address of the certificate does not begin with {@code https}. */
  CERT_URL_SCHEME(Outcome.REFUSED),
  /** The address of the certificate names a user. */
  CERT_URL_USER(Outcome.REFUSED),
  /** The address of the certificate is at none of the hosts of this environment. */
  CERT_URL_HOST(Outcome.REFUSED),
  /** The address of the certificate names a port. */
  CERT_URL_PORT(Outcome.REFUSED),
  /** The address of the certificate is not where PayPal keeps certificates. */
  CERT_URL_PATH(Outcome.REFUSED),
  /** No webhook is registered here; the provider is to try again later. */
  WEBHOOK_ID_MISSING(Outcome.UNDECIDED),
  /** The registered id is the placeholder by which anybody can have deliveries signed. */
  WEBHOOK_ID_PLACEHOLDER(Outcome.REFUSED),
  /** The certificate could not be fetched now. */
  CERT_UNAVAILABLE(Outcome.UNDECIDED),
  /** What was fetched holds no certificate. */
  CERT_UNREADABLE(Outcome.REFUSED),
  /** The certificate is not valid yet, or not any more. */
  CHAIN_EXPIRED(Outcome.REFUSED),
  /** No pinned authority vouches for the certificate. */
  CHAIN_UNTRUSTED(Outcome.REFUSED),
  /** The certificate is made out to somebody else. */
  SUBJECT_WRONG(Outcome.REFUSED),
  /** The certificate has a key that cannot make such signatures. */
  KEY_UNSUITABLE(Outcome.REFUSED),
  /** The signature is not in Base64. */
  SIGNATURE_ENCODING(Outcome.REFUSED),
  /** The signature is for another body, time, transmission or webhook. */
  SIGNATURE_WRONG(Outcome.REFUSED),
  /** The delivery was sent longer ago than PayPal repeats deliveries. */
  TRANSMISSION_TOO_OLD(Outcome.REFUSED),
  /** The delivery was sent later than now. */
  TRANSMISSION_IN_FUTURE(Outcome.REFUSED),
  /** Nothing could be decided here, and PayPal says that it did not send it. */
  DENIED_BY_PAYPAL(Outcome.REFUSED),
  /** The body holds no event with an id and a type. */
  EVENT_UNREADABLE(Outcome.REFUSED),
  /** Nothing could be decided here, but PayPal says that it sent it. */
  CONFIRMED_BY_PAYPAL(Outcome.GENUINE),
  /** PayPal sent it to this webhook. */
  VERIFIED(Outcome.GENUINE);

  private final Outcome outcome;

  Reason(Outcome outcome) {
    this.outcome = outcome;
  }

  /** What follows for the delivery. */
  public Outcome outcome() {
    return outcome;
  }

  /** The stable code, such as {@code signature-wrong}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether PayPal itself may know better: it changes its certificates without telling us. */
  boolean isForPayPalToSay() {
    return this == CERT_UNAVAILABLE || this == CERT_UNREADABLE || this == CHAIN_UNTRUSTED;
  }
}
