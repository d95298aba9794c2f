package com.truevault.paypal.webhook;

/**
 * How strict to be.
 *
 * @param atTransmissionTime whether a delivery is judged as of when it was sent, not as of now: for
 *     deliveries that were stored
 * @param takesPlaceholder whether {@link PayPalWebhooks#PLACEHOLDER} is taken for a webhook:
 *     anybody can have PayPal sign for it, so never for what is acted upon
 */
public record VerificationPolicy(boolean atTransmissionTime, boolean takesPlaceholder) {
  /** For what arrives. */
  public static final VerificationPolicy STRICT = new VerificationPolicy(false, false);
}
