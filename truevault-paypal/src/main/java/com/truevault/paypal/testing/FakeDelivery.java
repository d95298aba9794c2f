package com.truevault.paypal.testing;

import java.time.Instant;
import java.util.Map;

/**
 * One attempt to deliver an event.
 *
 * @param url where it goes
 * @param sentAt by PayPal's clock
 * @param signer signs when the headers are asked for, since signing is slow
 */
public record FakeDelivery(
    String url,
    String webhookId,
    FakeEvent event,
    String transmissionId,
    Instant sentAt,
    String certificateUrl,
    FakeSigner signer) {

  /** The exact bytes. */
  public byte[] body() {
    return event.body();
  }

  /** The headers that PayPal sends, by lower-case name. */
  public Map<String, String> headers() {
    String time = FakeJson.time(sentAt);
    return Map.of(
        "content-type",
        "application/json",
        "user-agent",
        "PayPal/AUHD-214.0-58391792",
        "paypal-transmission-id",
        transmissionId,
        "paypal-transmission-time",
        time,
        "paypal-transmission-sig",
        signer.sign(transmissionId, time, webhookId, body()),
        "paypal-cert-url",
        certificateUrl,
        "paypal-auth-algo",
        "SHA256withRSA",
        "paypal-auth-version",
        "v2");
  }

  @Override
  public String toString() {
    return "FakeDelivery[" + event.type() + " " + event.id() + " " + transmissionId + "]";
  }
}
