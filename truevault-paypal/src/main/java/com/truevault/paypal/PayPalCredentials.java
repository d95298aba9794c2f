package com.truevault.paypal;

/**
 * How a REST app identifies itself.
 *
 * @param secret never shown
 */
public record PayPalCredentials(String clientId, String secret) {
  @Override
  public String toString() {
    return "PayPalCredentials[" + clientId + "]";
  }
}
