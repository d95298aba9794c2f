package com.truevault.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.store.StorageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String TOKEN = TestApplication.CSRF.tokenFor(TestApplication.USER);

  private final WebApplication application = TestApplication.of(AccessTest::define);

  private static void define(Router router) {
    router.get("/api/any", r -> Response.noContent()).access(Access.ANYONE);
    router.get("/api/user", r -> Response.noContent()).access(Access.USER);
    router.get("/api/admin", r -> Response.noContent()).access(Access.ADMIN);
    router.post("/api/any", r -> Response.noContent()).access(Access.ANYONE);
    router.post("/api/user", r -> Response.noContent()).access(Access.USER);
  }

  @ParameterizedTest
  @CsvSource({
    "any, '', 204", "any, wrong, 204", "any, user, 204", "any, admin, 204",
    "user, '', 401", "user, wrong, 401", "user, user, 204", "user, admin, 204",
    "admin, '', 401", "admin, wrong, 401", "admin, user, 403", "admin, admin, 204",
  })
  void holdsForBothCarriersOfAToken(String path, String token, int status) {
    FakeIncoming bearer = FakeIncoming.get("/api/" + path);
    FakeIncoming cookie = FakeIncoming.get("/api/" + path);
    if (!token.isEmpty()) {
      bearer.with("Authorization", "Bearer " + token);
      cookie.with("Cookie", "__Host-truevault=" + token);
    }
    assertEquals(status, application.answer(bearer).status());
    assertEquals(status, application.answer(cookie).status());
  }

  @Test
  void asksForABearerTokenWhenNobodyIsSignedIn() {
    Response response = application.answer(FakeIncoming.get("/api/user"));
    assertEquals("Bearer", response.header("WWW-Authenticate"));
    assertTrue(TestApplication.body(response).contains("\"code\":\"sign-in-needed\""));
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          any  | ''     | ''                                     | 204
          any  | ''     | Sec-Fetch-Site: same-origin            | 204
          any  | ''     | Sec-Fetch-Site: none                   | 204
          any  | ''     | Sec-Fetch-Site: same-site              | 403
          any  | ''     | Sec-Fetch-Site: cross-site             | 403
          any  | ''     | Origin: https://vpn.example.com        | 204
          any  | ''     | Origin: https://here.example.com       | 403
          any  | ''     | Origin: http://here.example.com        | 403
          any  | ''     | Origin: https://other.example.com      | 403
          any  | ''     | Origin: null                           | 403
          any  | stale  | ''                                     | 204
          any  | user   | ''                                     | 403
          user | user   | ''                                     | 403
          user | user   | X-CSRF-Token: wrong                    | 403
          user | user   | X-CSRF-Token: TOKEN                    | 204
          user | user   | form csrf=TOKEN                        | 204
          user | user   | form csrf=wrong                        | 403
          user | user   | json csrf=TOKEN                        | 403
          user | bearer | ''                                     | 204
          user | bearer | Sec-Fetch-Site: cross-site             | 403
          """)
  void keepsOtherSitesFromActing(String path, String caller, String extra, int status) {
    FakeIncoming incoming =
        FakeIncoming.of("POST", "/api/" + path).with("Host", "here.example.com");
    if (caller.equals("bearer")) {
      incoming.with("Authorization", "Bearer user");
    } else if (!caller.isEmpty()) {
      incoming.with("Cookie", SessionCookie.NAME + "=" + caller);
    }
    String filled = extra.replace("TOKEN", TOKEN);
    if (filled.startsWith("form ")) {
      incoming.form(filled.substring(5));
    } else if (filled.startsWith("json ")) {
      incoming.json(filled.substring(5));
    } else if (!filled.isEmpty()) {
      incoming.with(filled.split(": ", -1)[0], filled.split(": ", -1)[1]);
    }
    assertEquals(status, application.answer(incoming).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/any", "GET /api/user", "GET /api/admin", "POST /api/any"})
  void letsNobodyInWhenItCannotBeFoundOutWhoAsks(String request) {
    for (RuntimeException failure :
        List.of(
            new IllegalStateException("jdbc:sqlite:/secret/path"),
            new StorageException("storage-failed", "users.db: select failed", null))) {
      Response response =
          TestApplication.knownBy(
                  who -> {
                    throw failure;
                  },
                  AccessTest::define)
              .answer(
                  FakeIncoming.of(request.split(" ", 2)[0], request.split(" ", 2)[1])
                      .with("Cookie", SessionCookie.NAME + "=user"));
      boolean needsNobody = request.equals("GET /api/any");
      int refused = failure instanceof StorageException ? 503 : 500;
      assertEquals(needsNobody ? 204 : refused, response.status());
      assertFalse(TestApplication.body(response).matches("(?s).*(secret|users|select|Exc).*"));
    }
  }

  @Test
  void bindsTheTokenToTheSession() {
    String other = TestApplication.CSRF.tokenFor(TestApplication.ADMIN);
    FakeIncoming incoming =
        FakeIncoming.of("POST", "/api/user")
            .with("Cookie", SessionCookie.NAME + "=user")
            .with(Csrf.HEADER, other);
    assertEquals(403, application.answer(incoming).status());
  }
}
