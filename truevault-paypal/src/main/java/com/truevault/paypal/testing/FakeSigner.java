package com.truevault.paypal.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.zip.CRC32;

/** A certificate with its key: signs deliveries as PayPal does. Safe for use by many threads. */
public final class FakeSigner {
  private final X509Certificate certificate;
  private final PrivateKey key;

  FakeSigner(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** What deliveries are verified with. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The certificate alone, without those above it, as PayPal gives it out. */
  public String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the certificate cannot be written", e);
    }
  }

  /** The value of the signature header over {@code id|time|webhook|CRC32 of the body}. */
  public String sign(String transmissionId, String time, String webhookId, byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return sign(String.join("|", transmissionId, time, webhookId, Long.toString(crc.getValue())));
  }

  /** The value of the signature header over any text. */
  public String sign(String message) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(message.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign with RSA", e);
    }
  }
}
