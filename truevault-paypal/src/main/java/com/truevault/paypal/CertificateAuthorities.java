package com.truevault.paypal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who vouches for the certificate that signs deliveries.
 *
 * @param anchors trusted by themselves
 * @param intermediates trusted once an anchor vouches for them; deliveries often leave them out
 */
public record CertificateAuthorities(
    List<X509Certificate> anchors, List<X509Certificate> intermediates) {
  /** The authority that PayPal buys from, whatever the platform trusts. */
  public static final CertificateAuthorities DIGICERT =
      new CertificateAuthorities(
          resource("digicert-anchors.pem"), resource("digicert-intermediates.pem"));

  /** Copies the lists. */
  public CertificateAuthorities {
    anchors = List.copyOf(anchors);
    intermediates = List.copyOf(intermediates);
  }

  /** The same anchors, with more certificates between them and those that sign. */
  CertificateAuthorities withIntermediates(List<X509Certificate> more) {
    return new CertificateAuthorities(
        anchors, Stream.concat(intermediates.stream(), more.stream()).toList());
  }

  private static List<X509Certificate> resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            CertificateAuthorities.class.getResourceAsStream(name), "resource is missing")) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException(name + " of this library is damaged", e);
    }
  }
}
