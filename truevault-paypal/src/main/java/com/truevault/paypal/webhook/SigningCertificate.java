package com.truevault.paypal.webhook;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** A trusted certificate, and what it is good for. */
record SigningCertificate(X509Certificate certificate) {
  /** The one that PayPal uses; what a header says is compared and never looked up. */
  static final String ALGORITHM = "SHA256withRSA";

  private static final int DNS_NAME = 2;
  private static final int SHORTEST_KEY = 2048;

  void requireName(String name) throws UnverifiedException {
    if (!names().contains(name)) {
      throw new UnverifiedException(
          Reason.SUBJECT_WRONG,
          "the certificate is made out to %s instead of %s"
              .formatted(Transmission.shown(String.join(", ", names())), name));
    }
  }

  void requireSignature(String base64, byte[] text) throws UnverifiedException {
    if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < SHORTEST_KEY) {
      throw new UnverifiedException(
          Reason.KEY_UNSUITABLE, "the key of the certificate must be RSA with at least 2048 bits");
    }
    byte[] signature = decoded(base64);
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(text);
      if (verifier.verify(signature)) {
        return;
      }
    } catch (SignatureException e) {
      throw wrong();
    } catch (InvalidKeyException e) {
      throw new UnverifiedException(
          Reason.KEY_UNSUITABLE, "the key of the certificate cannot be used: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
    throw wrong();
  }

  /** Several texts decode to the same signature; only the one that an encoder writes is taken. */
  private static byte[] decoded(String base64) throws UnverifiedException {
    try {
      byte[] signature = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(signature).equals(base64)) {
        return signature;
      }
    } catch (IllegalArgumentException e) {
      throw notBase64();
    }
    throw notBase64();
  }

  private static UnverifiedException notBase64() {
    return new UnverifiedException(
        Reason.SIGNATURE_ENCODING, "header " + Transmission.SIGNATURE + " is not in Base64");
  }

  private static UnverifiedException wrong() {
    return new UnverifiedException(
        Reason.SIGNATURE_WRONG,
        "the signature is not for this body, transmission, time and webhook id");
  }

  /** The names of the extension; those of the subject only if there is none. */
  private List<String> names() throws UnverifiedException {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives == null) {
        return new LdapName(certificate.getSubjectX500Principal().getName())
            .getRdns().stream()
                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                .map(part -> String.valueOf(part.getValue()))
                .toList();
      }
      return alternatives.stream()
          .filter(name -> name.get(0).equals(DNS_NAME))
          .map(name -> String.valueOf(name.get(1)))
          .toList();
    } catch (CertificateParsingException | InvalidNameException e) {
      throw new UnverifiedException(
          Reason.SUBJECT_WRONG, "the names of the certificate cannot be read", e);
    }
  }
}
