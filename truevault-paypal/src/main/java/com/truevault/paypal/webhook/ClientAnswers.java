package com.truevault.paypal.webhook;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.paypal.PayPalClient;
import java.util.Map;
import java.util.Optional;

/** Asks PayPal itself. */
public final class ClientAnswers implements PayPalAnswers {
  private final PayPalClient client;

  /** Asks by that client. */
  public ClientAnswers(PayPalClient client) {
    this.client = client;
  }

  @Override
  public Opinion opinion(Transmission transmission, String webhookId, byte[] body) {
    Map<String, String> said =
        Map.of(
            "auth_algo", transmission.algorithm(),
            "cert_url", transmission.certificateUrl(),
            "transmission_id", transmission.id(),
            "transmission_sig", transmission.signature(),
            "transmission_time", transmission.timeText(),
            "webhook_id", webhookId);
    try {
      return client.webhooks().isGenuine(said, body) ? Opinion.SENT : Opinion.NOT_SENT;
    } catch (TrueVaultException e) {
      return Opinion.NONE;
    }
  }

  @Override
  public Optional<String> saleOfRefund(String refundId) {
    try {
      return Optional.of(client.sales().refund(refundId).text("sale_id"))
          .filter(sale -> !sale.isEmpty());
    } catch (TrueVaultException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
