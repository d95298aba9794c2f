package com.truevault.paypal.webhook;

import com.truevault.paypal.CertificateAuthorities;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a certificate up to a pinned authority. A trust manager would do the same and ask for the
 * extension of TLS clients on top, which public authorities do not grant any more. Immutable.
 */
final class CertificateChain {
  private static final int LONGEST = 5;

  private final CertificateAuthorities authorities;

  CertificateChain(CertificateAuthorities authorities) {
    this.authorities = authorities;
  }

  /**
   * The chain from the certificate that signs up to the last one below an authority.
   *
   * @param given the one that signs, and perhaps those above it
   * @param at when all have to be valid
   */
  List<X509Certificate> valid(List<X509Certificate> given, Instant at) throws UnverifiedException {
    X509Certificate leaf = given.get(0);
    try {
      List<X509Certificate> path = path(leaf, given);
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters(at));
      return path;
    } catch (CertPathValidatorException e) {
      throw refusal(leaf, at, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot check certificates", e);
    }
  }

  private List<X509Certificate> path(X509Certificate leaf, List<X509Certificate> given) {
    List<X509Certificate> known =
        Stream.concat(given.stream(), authorities.intermediates().stream()).toList();
    List<X509Certificate> path = new ArrayList<>(List.of(leaf));
    X509Certificate last = leaf;
    while (path.size() < LONGEST && issuer(last, authorities.anchors()) == null) {
      X509Certificate next = issuer(last, known);
      if (next == null || path.contains(next)) {
        break;
      }
      path.add(next);
      last = next;
    }
    return path;
  }

  private PKIXParameters parameters(Instant at) throws GeneralSecurityException {
    Set<TrustAnchor> anchors =
        authorities.anchors().stream()
            .map(anchor -> new TrustAnchor(anchor, null))
            .collect(Collectors.toSet());
    PKIXParameters parameters = new PKIXParameters(anchors);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    return parameters;
  }

  private static @Nullable X509Certificate issuer(
      X509Certificate certificate, Collection<X509Certificate> among) {
    return among.stream().filter(other -> isIssuedBy(certificate, other)).findFirst().orElse(null);
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static UnverifiedException refusal(
      X509Certificate leaf, Instant at, CertPathValidatorException cause) {
    if (cause.getReason() == BasicReason.EXPIRED
        || cause.getReason() == BasicReason.NOT_YET_VALID) {
      return new UnverifiedException(
          Reason.CHAIN_EXPIRED,
          "the certificate is valid from %s to %s, or one above it is not valid, at %s"
              .formatted(leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant(), at),
          cause);
    }
    return new UnverifiedException(
        Reason.CHAIN_UNTRUSTED,
        "no pinned authority vouches for the certificate, which was issued by "
            + Transmission.shown(leaf.getIssuerX500Principal().getName()),
        cause);
  }
}
