package com.truevault.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries. */
final class SecurityHeaders {
  static final String POLICY = "Content-Security-Policy";

  private final String policy;
  private final String formTargets;
  private final boolean isSecure;

  SecurityHeaders(HttpConfig config) {
    isSecure = config.isSecure();
    formTargets =
        config.formTargets().isEmpty() ? "" : " " + String.join(" ", config.formTargets());
    policy = policy("");
  }

  void addTo(Response response, @Nullable String nonce) {
    if (response.header(POLICY) == null) {
      response.header(POLICY, nonce == null ? policy : policy(" 'nonce-" + nonce + "'"));
    }
    response
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    if (isSecure) {
      response.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (response.header("Cache-Control") == null) {
      response.header("Cache-Control", "no-store");
    }
  }

  private String policy(String nonce) {
    return String.join(
        "; ",
        List.of(
            "default-src 'none'",
            "script-src 'self'" + nonce,
            "style-src 'self'" + nonce,
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "form-action 'self'" + formTargets,
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'"));
  }
}
