package com.truevault.paypal.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where PayPal keeps a certificate. Strangers choose the header it comes from, so that one can be
 * made by passing every check only: whoever holds an address may ask it. Immutable.
 */
public final class CertificateAddress {
  private static final Pattern PATH = Pattern.compile("/v1/notifications/certs/[A-Za-z0-9_-]+");
  private static final int HTTPS = 443;

  private final URI uri;

  private CertificateAddress(URI uri) {
    this.uri = uri;
  }

  /**
   * Checks an address.
   *
   * @param hosts the only ones that may be asked, exactly
   */
  static CertificateAddress of(String text, Set<String> hosts) throws UnverifiedException {
    URI uri = parsed(text);
    require("https".equals(uri.getScheme()), Reason.CERT_URL_SCHEME, "must begin with https", text);
    require(uri.getRawUserInfo() == null, Reason.CERT_URL_USER, "must name no user", text);
    require(
        uri.getHost() != null && hosts.contains(uri.getHost()),
        Reason.CERT_URL_HOST,
        "must be at one of " + String.join(", ", hosts.stream().sorted().toList()),
        text);
    require(
        uri.getPort() == -1 || uri.getPort() == HTTPS,
        Reason.CERT_URL_PORT,
        "must name no port",
        text);
    require(
        PATH.matcher(uri.getRawPath()).matches()
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null,
        Reason.CERT_URL_PATH,
        "must be a name under /v1/notifications/certs/",
        text);
    return new CertificateAddress(uri);
  }

  /** The address. */
  public URI uri() {
    return uri;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateAddress that && uri.equals(that.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  private static URI parsed(String text) throws UnverifiedException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new UnverifiedException(
          Reason.CERT_URL_UNREADABLE,
          "header " + Transmission.CERTIFICATE_URL + " is no address: " + Transmission.shown(text),
          e);
    }
  }

  private static void require(boolean fits, Reason reason, String rule, String text)
      throws UnverifiedException {
    if (!fits) {
      throw new UnverifiedException(
          reason,
          "header " + Transmission.CERTIFICATE_URL + " " + rule + ": " + Transmission.shown(text));
    }
  }
}
