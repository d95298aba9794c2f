package com.truevault.paypal.webhook;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates as they are given out. */
public final class PemFile {
  private PemFile() {}

  /**
   * The certificates in a text, in their order.
   *
   * @throws UnverifiedException if there are none, or if one cannot be read
   */
  public static List<X509Certificate> certificates(byte[] pem) throws UnverifiedException {
    try {
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!all.isEmpty()) {
        return all;
      }
    } catch (CertificateException e) {
      throw unreadable(pem, String.valueOf(e.getMessage()));
    }
    throw unreadable(pem, "no certificate in it");
  }

  private static UnverifiedException unreadable(byte[] pem, String why) {
    return new UnverifiedException(
        Reason.CERT_UNREADABLE,
        "what stands for the certificate (%d bytes) cannot be read: %s"
            .formatted(pem.length, Transmission.shown(String.valueOf(why))));
  }
}
