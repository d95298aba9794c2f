package com.truevault.paypal.testing;

import java.time.Duration;

/**
 * How an attempt to charge a buyer ends.
 *
 * @param reason PayPal's code of a failure; empty if there is none
 * @param clearing how long a payment that is pending waits for its decision
 */
public record ChargeOutcome(Kind kind, String reason, Duration clearing) {
  /** What can happen. */
  public enum Kind {
    /** The money is there. */
    PAID,
    /** It could not be collected. */
    FAILED,
    /** It is on its way and will arrive. */
    PENDING_THEN_PAID,
    /** It is on its way and will not arrive. */
    PENDING_THEN_DENIED
  }

  /** The money is there at once. */
  public static ChargeOutcome paid() {
    return new ChargeOutcome(Kind.PAID, "", Duration.ZERO);
  }

  /** The money could not be collected, with PayPal's code such as {@code PAYER_CANNOT_PAY}. */
  public static ChargeOutcome failed(String reason) {
    return new ChargeOutcome(Kind.FAILED, reason, Duration.ZERO);
  }

  /** The money is on its way, as with a bank transfer. */
  public static ChargeOutcome pending(Duration clearing, boolean arrives) {
    return new ChargeOutcome(
        arrives ? Kind.PENDING_THEN_PAID : Kind.PENDING_THEN_DENIED, "", clearing);
  }
}
