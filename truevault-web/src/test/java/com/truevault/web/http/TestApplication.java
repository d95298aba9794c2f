package com.truevault.web.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A host without a server; the tokens {@code user} and {@code admin} sign in. */
public final class TestApplication {
  public static final Csrf CSRF = new Csrf(new byte[32]);
  public static final Caller USER = new Caller(1, false, "session-1", "secret-1", "subject");
  public static final Caller ADMIN = new Caller(2, true, "session-2", "secret-2", "subject");

  private TestApplication() {}

  public static WebApplication of(Routes... routes) {
    return of(HttpConfig.of(URI.create("https://vpn.example.com")), routes);
  }

  public static WebApplication of(HttpConfig config, Routes... routes) {
    return new WebApplication(
        config, Router.of(List.of(routes)), TestApplication::authenticate, CSRF, ErrorPages.PLAIN);
  }

  public static WebApplication knownBy(Authenticator authenticator, Routes routes) {
    return new WebApplication(
        HttpConfig.of(URI.create("https://vpn.example.com")),
        Router.of(List.of(routes)),
        authenticator,
        CSRF,
        ErrorPages.PLAIN);
  }

  public static String body(Response response) {
    return new String(response.bytes(), StandardCharsets.UTF_8);
  }

  public static Optional<Caller> authenticate(Request request) {
    return request
        .sessionToken()
        .map(token -> token.equals("admin") ? ADMIN : token.equals("user") ? USER : null);
  }
}
