package com.truevault.paypal;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * One of PayPal's two worlds, or a test's own. Nothing of one is accepted in another.
 *
 * @param mode as in the setting {@code paypal_mode}: {@code sandbox} or {@code live}
 * @param apiBase scheme and host of the API, without a slash at the end
 * @param certificateHosts the only hosts that the certificates of deliveries are fetched from
 * @param certificateName whom such a certificate is made out to
 * @param authorities who vouches for it
 */
public record PayPalEnvironment(
    String mode,
    URI apiBase,
    Set<String> certificateHosts,
    String certificateName,
    CertificateAuthorities authorities) {
  /** Play money. */
  public static final PayPalEnvironment SANDBOX =
      new PayPalEnvironment(
          "sandbox",
          URI.create("https://api-m.sandbox.paypal.com"),
          Set.of("api.sandbox.paypal.com", "api-m.sandbox.paypal.com"),
          "messageverificationcerts.sandbox.paypal.com",
          CertificateAuthorities.DIGICERT);

  /** Real money. */
  public static final PayPalEnvironment LIVE =
      new PayPalEnvironment(
          "live",
          URI.create("https://api-m.paypal.com"),
          Set.of("api.paypal.com", "api-m.paypal.com"),
          "messageverificationcerts.paypal.com",
          CertificateAuthorities.DIGICERT);

  /** Copies the hosts. */
  public PayPalEnvironment {
    certificateHosts = Set.copyOf(certificateHosts);
  }

  /**
   * The world that a setting names.
   *
   * @throws IllegalArgumentException if it is neither {@code sandbox} nor {@code live}
   */
  public static PayPalEnvironment of(String mode) {
    return switch (mode) {
      case "sandbox" -> SANDBOX;
      case "live" -> LIVE;
      default ->
          throw new IllegalArgumentException(
              "paypal mode " + mode + " is unknown; use sandbox or live");
    };
  }

  /** The same world with more certificates between those that sign and the pinned authorities. */
  public PayPalEnvironment withIntermediates(List<X509Certificate> more) {
    return new PayPalEnvironment(
        mode, apiBase, certificateHosts, certificateName, authorities.withIntermediates(more));
  }

  /** Whether real money moves. */
  public boolean isLive() {
    return mode.equals("live");
  }
}
