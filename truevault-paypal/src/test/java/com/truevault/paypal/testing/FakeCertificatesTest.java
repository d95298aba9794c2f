package com.truevault.paypal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FakeCertificatesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final FakeCertificates AUTHORITY = new FakeCertificates(new SecureRandom(), START);

  private final FakeSigner signer =
      AUTHORITY.signer(FakeCertificates.LIVE_NAME, START, START.plus(Duration.ofDays(365)));

  @Test
  void leavesChainToTheRootThroughTheIntermediate() throws Exception {
    validate(List.of(signer.certificate(), AUTHORITY.intermediate()), START);
  }

  @Test
  void leavesAloneAreNotTrustedAndNeitherAreExpiredOnes() {
    assertThrows(
        CertPathValidatorException.class, () -> validate(List.of(signer.certificate()), START));
    assertThrows(
        CertPathValidatorException.class,
        () ->
            validate(
                List.of(signer.certificate(), AUTHORITY.intermediate()),
                START.plus(Duration.ofDays(366))));
  }

  @Test
  void signsTheChecksumOfTheBodyAndNothingElseOfIt() throws Exception {
    byte[] body = "123456789".getBytes(StandardCharsets.US_ASCII);
    Signature verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(signer.certificate());
    verifier.update("T-1|2026-01-01T00:00:00Z|WH-1|3421780262".getBytes(StandardCharsets.US_ASCII));

    assertTrue(
        verifier.verify(
            Base64.getDecoder().decode(signer.sign("T-1", "2026-01-01T00:00:00Z", "WH-1", body))));
  }

  @Test
  void writesTheCertificateAsAFile() throws Exception {
    assertEquals(
        signer.certificate(),
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(signer.pem().getBytes(StandardCharsets.US_ASCII))));
  }

  private static void validate(List<X509Certificate> chain, Instant at) throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(AUTHORITY.root(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
    CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }
}
