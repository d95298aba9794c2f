package com.truevault.web.http;

import java.net.URI;
import java.util.List;

/**
 * What the host must know about the outside. Immutable.
 *
 * @param baseUrl where people reach the host, without a path, such as {@code
 *     https://vpn.example.com}
 * @param trustedProxies addresses or networks, such as {@code 192.0.2.0/24}, whose X-Forwarded-For
 *     is believed; nobody else's is
 * @param formTargets origins beside the own to which a page may send people on, such as that of a
 *     payment page
 */
public record HttpConfig(URI baseUrl, List<String> trustedProxies, List<String> formTargets) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the value that cannot be used
   */
  public HttpConfig {
    String scheme = baseUrl.getScheme();
    if (baseUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException(
          "base URL must be http:// or https:// with a host: " + baseUrl);
    }
    if (baseUrl.getRawPath() != null && baseUrl.getRawPath().length() > 1) {
      throw new IllegalArgumentException("base URL must have no path: " + baseUrl);
    }
    trustedProxies = List.copyOf(trustedProxies);
    formTargets = List.copyOf(formTargets);
    formTargets.forEach(HttpConfig::requireOrigin);
  }

  /** A host that people reach directly. */
  public static HttpConfig of(URI baseUrl) {
    return new HttpConfig(baseUrl, List.of(), List.of());
  }

  /** The origin of the host as browsers send it: scheme, host and port without a path. */
  public String origin() {
    String port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
    return baseUrl.getScheme() + "://" + baseUrl.getHost() + port;
  }

  /** Whether browsers may be told to insist on https. */
  public boolean isSecure() {
    return "https".equals(baseUrl.getScheme());
  }

  private static void requireOrigin(String target) {
    URI uri = URI.create(target);
    if (uri.getHost() == null || target.contains(";") || target.contains(",")) {
      throw new IllegalArgumentException(
          "form target must be an origin such as https://pay.example.com: " + target);
    }
  }
}
