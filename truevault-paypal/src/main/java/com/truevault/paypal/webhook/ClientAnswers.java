package com.truevault.paypal.webhook;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.paypal.PayPalClient;
import java.util.Map;
import java.util.Optional;

/** Asks PayPal by its API. */
public final class ClientAnswers implements PayPalAnswers {
  private final PayPalClient client;

  /** Asks by the given client. */
  public ClientAnswers(PayPalClient client) {
    this.client = client;
  }

  @Override
  public Opinion opinion(Transmission transmission, String webhookId, byte[] body) {
    Map<String, String> said =
        Map.of(
            "transmission_id", transmission.id(),
            "transmission_time", transmission.timeText(),
            "transmission_sig", transmission.signature(),
            "cert_url", transmission.certificateUrl(),
            "auth_algo", transmission.algorithm(),
            "webhook_id", webhookId);
    try {
      return client.webhooks().isGenuine(said, body) ? Opinion.SENT : Opinion.NOT_SENT;
    } catch (TrueVaultException noAnswer) {
      return Opinion.NONE;
    }
  }

  @Override
  public Optional<String> saleOfRefund(String refundId) {
    try {
      String sale = client.sales().refund(refundId).text("sale_id");
      return sale.isEmpty() ? Optional.empty() : Optional.of(sale);
    } catch (TrueVaultException refusal) {
      if (refusal.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }
}
