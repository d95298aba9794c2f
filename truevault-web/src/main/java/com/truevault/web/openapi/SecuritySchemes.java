package com.truevault.web.openapi;

import com.truevault.web.http.Access;
import com.truevault.web.http.Csrf;
import com.truevault.web.http.SessionCookie;
import java.util.List;
import java.util.Map;

/** The two ways to say who is calling. */
final class SecuritySchemes {
  private SecuritySchemes() {}

  static Map<String, Object> all() {
    Map<String, Object> bearer = Members.of("type", "http", "scheme", "bearer");
    bearer.put("bearerFormat", "JWT");
    Map<String, Object> cookie = Members.of("type", "apiKey", "in", "cookie");
    cookie.put("name", SessionCookie.NAME);
    cookie.put(
        "description",
        "Requests that change something also bring the token of the page as " + Csrf.HEADER + ".");
    return Members.of("bearer", bearer, "cookie", cookie);
  }

  /** What a route asks for; either one of the two will do. */
  static List<Map<String, Object>> of(Access access) {
    return access == Access.ANYONE
        ? List.of()
        : List.of(Members.of("bearer", List.of()), Members.of("cookie", List.of()));
  }
}
