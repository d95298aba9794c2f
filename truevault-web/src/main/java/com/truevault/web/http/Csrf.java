package com.truevault.web.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps other sites from acting through a signed-in browser. A request that changes something must
 * come from a page of this host, and if a session cookie vouches for it, it must bring the token
 * that only pages of that session know. Thread-safe.
 */
public final class Csrf {
  /** The header that carries the token. */
  public static final String HEADER = "X-CSRF-Token";

  /** The form field that carries the token. */
  public static final String FIELD = "csrf";

  private final SecretKeySpec key;

  /**
   * Creates the check.
   *
   * @param key at least 32 random bytes, kept over restarts
   */
  public Csrf(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("csrf key must have at least 32 bytes: " + key.length);
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The token that pages of the caller's session send back. */
  public String tokenFor(Caller caller) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] tag = mac.doFinal(("csrf:" + caller.csrfSecret()).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java has no HmacSHA256", impossible);
    }
  }

  /** Refuses an unsafe request that another site may have caused. */
  void check(Request request, String origin) {
    if (!isSameSite(request, origin)) {
      throw new RefusedRequestException(
          403, "cross-site-request", "request comes from another site; send it from a page here");
    }
    if (request.bearerToken().isPresent() || request.findCaller().isEmpty()) {
      return;
    }
    String expected = tokenFor(request.caller());
    if (!isEqual(expected, tokenOf(request))) {
      throw new RefusedRequestException(
          403, "csrf-token-wrong", "page is out of date; load it again and repeat");
    }
  }

  private static String tokenOf(Request request) {
    return request
        .header(HEADER)
        .orElseGet(() -> request.isForm() ? request.form().text(FIELD, "") : "");
  }

  private static boolean isSameSite(Request request, String origin) {
    String site = request.header("Sec-Fetch-Site").orElse("");
    if (!site.isEmpty()) {
      return site.equals("same-origin") || site.equals("none");
    }
    String sent = request.header("Origin").orElse("");
    return sent.isEmpty() || sent.equals(origin);
  }

  private static boolean isEqual(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}
