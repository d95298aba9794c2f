package com.truevault.paypal;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What an operator set. It is asked for anew at every call, so a change holds from the next one on.
 *
 * @param webhookId what PayPal calls our webhook; empty if none is registered
 */
public record PayPalAccount(
    PayPalEnvironment environment, PayPalCredentials credentials, String webhookId) {
  /** The same account in a world with more certificates below the pinned authorities. */
  public PayPalAccount withIntermediates(List<X509Certificate> more) {
    return new PayPalAccount(environment.withIntermediates(more), credentials, webhookId);
  }
}
