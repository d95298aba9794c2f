package com.truevault.web.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one cookie of the host. Its prefix makes browsers refuse it from a subdomain, with a domain
 * or over plain http; loopback addresses count as secure.
 */
public final class SessionCookie {
  /** The name of the cookie. */
  public static final String NAME = "__Host-truevault";

  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

  private SessionCookie() {}

  /** The header value that makes a browser keep a token. */
  public static String keep(String token, Duration maxAge) {
    return NAME + "=" + token + "; Max-Age=" + maxAge.toSeconds() + ATTRIBUTES;
  }

  /** The header value that makes a browser forget the token. */
  public static String forget() {
    return NAME + "=; Max-Age=0" + ATTRIBUTES;
  }

  /** Makes a browser forget the token and everything else it stored for this host. */
  public static Response signOut(Response response) {
    return response.cookie(forget()).header("Clear-Site-Data", "\"cookies\", \"storage\"");
  }

  /** Finds the token among the cookies of a request; two different ones count as none. */
  static @Nullable String find(List<String> cookieHeaders) {
    String token = null;
    for (String header : cookieHeaders) {
      int start = 0;
      while (start < header.length()) {
        int semicolon = header.indexOf(';', start);
        int end = semicolon < 0 ? header.length() : semicolon;
        String value = valueOf(header, start, end);
        if (value != null && token != null && !token.equals(value)) {
          return null;
        }
        token = value == null ? token : value;
        start = end + 1;
      }
    }
    return token;
  }

  private static @Nullable String valueOf(String header, int start, int end) {
    int from = start;
    while (from < end && header.charAt(from) == ' ') {
      from++;
    }
    boolean isOurs =
        header.startsWith(NAME, from)
            && from + NAME.length() < end
            && header.charAt(from + NAME.length()) == '=';
    String value = isOurs ? header.substring(from + NAME.length() + 1, end).strip() : "";
    return value.isEmpty() ? null : value;
  }
}
