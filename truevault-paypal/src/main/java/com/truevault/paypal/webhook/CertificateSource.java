package com.truevault.paypal.webhook;

import java.security.cert.X509Certificate;
import java.util.List;

/** Where the certificates come from. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface CertificateSource {

  /**
   * The certificate that is kept at an address, first, then those above it if they are given out.
   *
   * @throws UnverifiedException if there is none now, or if it cannot be read
   */
  List<X509Certificate> at(CertificateAddress address) throws UnverifiedException;

  /**
   * Looks whether another certificate is kept there now.
   *
   * @return whether {@link #at} answers differently than before
   */
  default boolean isRenewed(CertificateAddress address) {
    return false;
  }
}
