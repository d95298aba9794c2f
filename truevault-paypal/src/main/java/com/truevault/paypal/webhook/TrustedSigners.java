package com.truevault.paypal.webhook;

import com.truevault.paypal.CertificateAuthorities;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Certificates that authorities were found to vouch for. What holds between two certificates holds
 * as long as both are valid, so each chain is looked into once. Thread-safe.
 */
final class TrustedSigners {
  private final Shelf<Trust> trusted = new Shelf<>();

  /**
   * The certificate that signs, once an authority vouches for it.
   *
   * @param given it and perhaps those above it, as they are kept at the address
   * @param at when it has to be valid
   */
  SigningCertificate find(
      CertificateAddress address,
      List<X509Certificate> given,
      CertificateAuthorities authorities,
      Instant at)
      throws UnverifiedException {
    Trust known = trusted.find(address);
    if (known == null || !known.holds(given, authorities, at)) {
      List<X509Certificate> chain = new CertificateChain(authorities).valid(given, at);
      known = new Trust(given, authorities, chain);
      trusted.put(address, known);
    }
    return new SigningCertificate(known.chain().get(0));
  }

  private record Trust(
      List<X509Certificate> given,
      CertificateAuthorities authorities,
      List<X509Certificate> chain) {
    boolean holds(List<X509Certificate> now, CertificateAuthorities trustedNow, Instant at) {
      return given.equals(now)
          && authorities.equals(trustedNow)
          && !at.isBefore(
              chain.stream()
                  .map(certificate -> certificate.getNotBefore().toInstant())
                  .max(Comparator.naturalOrder())
                  .orElseThrow())
          && !at.isAfter(
              chain.stream()
                  .map(certificate -> certificate.getNotAfter().toInstant())
                  .min(Comparator.naturalOrder())
                  .orElseThrow());
    }
  }
}
