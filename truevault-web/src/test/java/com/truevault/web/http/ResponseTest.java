package com.truevault.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.user.TooManyAttemptsException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
  private static Response answer(Handler handler, FakeIncoming incoming) {
    return TestApplication.of(
            router -> {
              router.get("/api/x", handler).access(Access.ANYONE);
              router.get("/x", handler).access(Access.ANYONE);
            })
        .answer(incoming);
  }

  @Test
  void carriesTheSecurityHeadersWhateverHappens() {
    for (Handler handler :
        List.<Handler>of(
            r -> Response.text("a"),
            r -> {
              throw new IllegalStateException("broken");
            })) {
      Response response = answer(handler, FakeIncoming.get("/x"));
      assertEquals(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
              + "font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
              + "object-src 'none'; frame-ancestors 'none'",
          response.header("Content-Security-Policy"));
      assertEquals("nosniff", response.header("X-Content-Type-Options"));
      assertEquals("same-origin", response.header("Referrer-Policy"));
      assertEquals("same-origin", response.header("Cross-Origin-Opener-Policy"));
      assertEquals(
          "max-age=31536000; includeSubDomains", response.header("Strict-Transport-Security"));
      assertEquals("no-store", response.header("Cache-Control"));
      assertNotNull(response.header("Permissions-Policy"));
      assertNotNull(response.header("X-Request-Id"));
    }
  }

  @Test
  void insistsOnHttpsOnlyWhereTheHostHasIt() {
    HttpConfig config =
        new HttpConfig(
            URI.create("http://127.0.0.1:8080"), List.of(), List.of("https://pay.example.com"));
    Response response = TestApplication.of(config).answer(FakeIncoming.get("/"));
    assertNull(response.header("Strict-Transport-Security"));
    assertTrue(
        String.valueOf(response.header("Content-Security-Policy"))
            .contains("form-action 'self' https://pay.example.com;"));
  }

  @Test
  void givesEachPageItsOwnNonce() {
    Handler page = r -> Response.html(r.nonce() + r.nonce());
    Response first = answer(page, FakeIncoming.get("/x"));
    String body = TestApplication.body(first);
    String nonce = body.substring(0, body.length() / 2);
    assertEquals(nonce + nonce, body);
    String policy = String.valueOf(first.header("Content-Security-Policy"));
    assertTrue(policy.contains("script-src 'self' 'nonce-" + nonce + "';"));
    assertTrue(policy.contains("style-src 'self' 'nonce-" + nonce + "';"));
    assertNotEquals(body, TestApplication.body(answer(page, FakeIncoming.get("/x"))));
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void mapsEachKindToOneStatus(ErrorKind kind) {
    Map<ErrorKind, Integer> statuses =
        Map.of(
            ErrorKind.INVALID, 400,
            ErrorKind.UNAUTHENTICATED, 401,
            ErrorKind.FORBIDDEN, 403,
            ErrorKind.NOT_FOUND, 404,
            ErrorKind.CONFLICT, 409,
            ErrorKind.LIMIT_REACHED, 422,
            ErrorKind.TOO_MANY_ATTEMPTS, 429,
            ErrorKind.UNAVAILABLE, 503);
    Handler handler =
        r -> {
          throw new TrueVaultException(kind, "some-code", "some detail");
        };
    Response response = answer(handler, FakeIncoming.get("/api/x"));
    assertEquals(statuses.get(kind), response.status());
    assertEquals(ContentType.PROBLEM, response.header("Content-Type"));
    String detail =
        kind == ErrorKind.UNAVAILABLE
            ? "this does not work just now and was logged under the id of this request; try again"
            : "some detail";
    assertEquals(
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\","
                .formatted(Status.title(response.status()), response.status(), detail)
            + "\"code\":\"some-code\",\"requestId\":\"%s\"}"
                .formatted(response.header("X-Request-Id")),
        TestApplication.body(response));
    assertEquals(ContentType.TEXT, answer(handler, FakeIncoming.get("/x")).header("Content-Type"));
  }

  @Test
  void saysHowLongToWait() {
    Handler handler =
        r -> {
          throw new TooManyAttemptsException(Duration.ofSeconds(90));
        };
    assertEquals("90", answer(handler, FakeIncoming.get("/api/x")).header("Retry-After"));
  }

  @Test
  void tellsNothingOfAnUnknownFailure() {
    Handler handler =
        r -> {
          throw new IllegalStateException("jdbc:sqlite:/secret/path");
        };
    Response response = answer(handler, FakeIncoming.get("/api/x"));
    assertEquals(500, response.status());
    assertFalse(TestApplication.body(response).contains("secret"));
    assertFalse(TestApplication.body(response).contains("Exception"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "storage-failed, users.db: insert failed, false",
    "secret-unreadable, sealed under key k4711 which is not given, false",
    "sign-in-busy, too many people sign in, true",
    "payments-not-configured, payments are not set up, true",
  })
  void tellsOfWhatIsUnavailableOnlyWhatIsMeantForCallers(
      String code, String message, boolean isTold) {
    Handler handler =
        r -> {
          throw new TrueVaultException(ErrorKind.UNAVAILABLE, code, message);
        };
    for (String path : List.of("/api/x", "/x")) {
      Response response = answer(handler, FakeIncoming.get(path));
      assertEquals(503, response.status());
      assertEquals(isTold, TestApplication.body(response).contains(message));
    }
    assertTrue(TestApplication.body(answer(handler, FakeIncoming.get("/api/x"))).contains(code));
  }

  @Test
  void answers304ToWhoHasTheBody() {
    Handler handler = r -> Response.text("body").etag("v1").cache("no-cache");
    for (String known : List.of("\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*")) {
      Response response = answer(handler, FakeIncoming.get("/x").with("If-None-Match", known));
      assertEquals(304, response.status());
      assertEquals(0, response.bytes().length);
      assertEquals("\"v1\"", response.header("ETag"));
      assertEquals("no-cache", response.header("Cache-Control"));
    }
    assertEquals(
        200, answer(handler, FakeIncoming.get("/x").with("If-None-Match", "\"v2\"")).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//other.example.com", "/\\other.example.com", "https://other.example.com", ""})
  void redirectsWithinTheHostOnly(String target) {
    assertThrows(IllegalArgumentException.class, () -> Response.redirect(target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\nb", "a\0b", "é"})
  void refusesHeadersThatWouldBecomeTwo(String value) {
    assertThrows(IllegalArgumentException.class, () -> Response.noContent().header("X", value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phone.conf | attachment; filename="phone.conf"; filename*=UTF-8''phone.conf
          a"b/c.conf | attachment; filename="a_b_c.conf"; filename*=UTF-8''a_b_c.conf
          é x        | attachment; filename="_ x"; filename*=UTF-8''%C3%A9%20x
          """)
  void namesAttachments(String name, String header) {
    assertEquals(header, Response.text("").attachment(name).header("Content-Disposition"));
  }

  @Test
  void setsTheCookieThatBrowsersGuardMost() {
    assertEquals(
        "__Host-truevault=abc; Max-Age=604800; Path=/; Secure; HttpOnly; SameSite=Lax",
        SessionCookie.keep("abc", Duration.ofDays(7)));
    Response response = SessionCookie.signOut(Response.noContent());
    assertEquals("\"cookies\", \"storage\"", response.header("Clear-Site-Data"));
    assertTrue(String.valueOf(response.header("Set-Cookie")).contains("Max-Age=0"));
  }
}
