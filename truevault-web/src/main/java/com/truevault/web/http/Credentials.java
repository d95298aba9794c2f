package com.truevault.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the token of a request. */
final class Credentials {
  private static final String SCHEME = "Bearer ";

  private Credentials() {}

  /** A request with an Authorization header is judged by it alone, whatever its cookies say. */
  static @Nullable String token(Incoming incoming) {
    if (incoming.header("Authorization") != null) {
      return bearer(incoming);
    }
    return SessionCookie.find(incoming.headers("Cookie"));
  }

  static @Nullable String bearer(Incoming incoming) {
    List<String> headers = incoming.headers("Authorization");
    if (headers.size() != 1) {
      return null;
    }
    String header = headers.get(0);
    boolean isBearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String token = isBearer ? header.substring(SCHEME.length()).strip() : "";
    return token.isEmpty() ? null : token;
  }
}
