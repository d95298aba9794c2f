package com.truevault.paypal.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority of its own, shaped like the one above PayPal's signing certificates: a root to pin,
 * an intermediate to bundle, and leaves under it. Immutable but for the random numbers it draws.
 */
public final class FakeCertificates {
  /** The name in the certificate that signs live deliveries. */
  public static final String LIVE_NAME = "messageverificationcerts.paypal.com";

  /** The name in the certificate that signs deliveries of the sandbox. */
  public static final String SANDBOX_NAME = "messageverificationcerts.sandbox.paypal.com";

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(30L * 365);

  private final SecureRandom random;
  private final X509Certificate root;
  private final X509Certificate intermediate;
  private final KeyPair intermediateKeys;
  private final FakeSigner sandbox;

  /** An authority that is valid for thirty years from then. */
  public FakeCertificates(SecureRandom random, Instant from) {
    this.random = random;
    KeyPair rootKeys = keys();
    intermediateKeys = keys();
    X500Principal rootName = new X500Principal("CN=Fake High Assurance Root, O=TrueVault tests");
    X500Principal middleName = new X500Principal("CN=Fake Validation Server CA, O=TrueVault tests");
    Instant until = from.plus(AUTHORITY_LIFE);
    root = signed(authority(rootName, rootName, rootKeys, from, until), rootKeys.getPrivate());
    intermediate =
        signed(
            authority(rootName, middleName, intermediateKeys, from, until), rootKeys.getPrivate());
    sandbox = signer(SANDBOX_NAME, from, until);
  }

  /** The one that signs for a fake sandbox, valid as long as the authority. */
  public FakeSigner sandbox() {
    return sandbox;
  }

  /** The certificate to trust. */
  public X509Certificate root() {
    return root;
  }

  /** What stands between the root and every leaf; PayPal does not send it. */
  public X509Certificate intermediate() {
    return intermediate;
  }

  /** A new leaf of that name under the intermediate. */
  public FakeSigner signer(String name, Instant from, Instant until) {
    KeyPair keys = keys();
    return new FakeSigner(
        signed(
            leaf(intermediate.getSubjectX500Principal(), name, keys, from, until),
            intermediateKeys.getPrivate()),
        keys.getPrivate());
  }

  /** A leaf of that name that nobody vouches for but itself. */
  public FakeSigner selfSigned(String name, Instant from, Instant until) {
    KeyPair keys = keys();
    X500Principal subject = new X500Principal("CN=" + name);
    return new FakeSigner(
        signed(leaf(subject, name, keys, from, until), keys.getPrivate()), keys.getPrivate());
  }

  private X509v3CertificateBuilder authority(
      X500Principal issuer, X500Principal subject, KeyPair keys, Instant from, Instant until) {
    X509v3CertificateBuilder certificate = unsigned(issuer, subject, keys, from, until);
    return extended(
        certificate,
        new BasicConstraints(true),
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  private X509v3CertificateBuilder leaf(
      X500Principal issuer, String name, KeyPair keys, Instant from, Instant until) {
    X509v3CertificateBuilder certificate =
        unsigned(issuer, new X500Principal("CN=" + name), keys, from, until);
    try {
      certificate.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    } catch (CertIOException e) {
      throw new IllegalStateException("the name " + name + " does not fit a certificate", e);
    }
    return extended(
        certificate,
        new BasicConstraints(false),
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
  }

  private X509v3CertificateBuilder unsigned(
      X500Principal issuer, X500Principal subject, KeyPair keys, Instant from, Instant until) {
    return new JcaX509v3CertificateBuilder(
        X500Name.getInstance(issuer.getEncoded()),
        new BigInteger(120, random),
        Date.from(from),
        Date.from(until),
        X500Name.getInstance(subject.getEncoded()),
        keys.getPublic());
  }

  private static X509v3CertificateBuilder extended(
      X509v3CertificateBuilder certificate, BasicConstraints constraints, KeyUsage usage) {
    try {
      return certificate
          .addExtension(Extension.basicConstraints, true, constraints)
          .addExtension(Extension.keyUsage, true, usage);
    } catch (CertIOException e) {
      throw new IllegalStateException("the extensions do not fit a certificate", e);
    }
  }

  private static X509Certificate signed(X509v3CertificateBuilder certificate, PrivateKey issuer) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              certificate.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer)));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign certificates", e);
    }
  }

  private KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make RSA keys", e);
    }
  }
}
