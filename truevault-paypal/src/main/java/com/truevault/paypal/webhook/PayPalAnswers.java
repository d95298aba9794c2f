package com.truevault.paypal.webhook;

import java.util.Optional;

/**
 * What PayPal answers about deliveries when asked. Implementations are safe for use by many
 * threads.
 */
public interface PayPalAnswers {
  /** For hosts and commands that do not ask. */
  PayPalAnswers NONE =
      new PayPalAnswers() {
        @Override
        public Opinion opinion(Transmission transmission, String webhookId, byte[] body) {
          return Opinion.NONE;
        }

        @Override
        public Optional<String> saleOfRefund(String refundId) {
          return Optional.empty();
        }
      };

  /**
   * Whether PayPal says that it sent a delivery to a webhook. Throws nothing.
   *
   * @param body the exact bytes
   */
  Opinion opinion(Transmission transmission, String webhookId, byte[] body);

  /**
   * The sale that a refund or reversal was for; empty if PayPal knows no such refund.
   *
   * @throws com.truevault.TrueVaultException UNAVAILABLE if PayPal does not answer
   */
  Optional<String> saleOfRefund(String refundId);

  /** What PayPal says. */
  enum Opinion {
    /** It sent it. */
    SENT,
    /** It did not. */
    NOT_SENT,
    /** It says nothing now. */
    NONE
  }
}
