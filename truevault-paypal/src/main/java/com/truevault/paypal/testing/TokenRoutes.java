package com.truevault.paypal.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives out access tokens and knows them again. */
final class TokenRoutes {
  static final String PATH = "/v1/oauth2/token";
  private static final Duration LIFE = Duration.ofHours(9);
  private static final String SCOPE =
      "https://uri.paypal.com/services/subscriptions"
          + " https://uri.paypal.com/services/applications/webhooks"
          + " https://uri.paypal.com/services/payments/refund"
          + " https://uri.paypal.com/services/disputes/read-seller";

  private final FakeWorld world;
  private final String expected;
  private final Map<String, Instant> tokens = new HashMap<>();

  TokenRoutes(FakeWorld world, String clientId, String password) {
    this.world = world;
    expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((clientId + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  void define(FakeRoutes routes) {
    routes.on("POST", PATH, this::issue);
  }

  private FakeAnswer issue(FakeCall call) {
    if (!expected.equals(call.header("authorization"))) {
      return FakeAnswer.json(
          401,
          FakeJson.object(
              "error", "invalid_client", "error_description", "Client Authentication failed"));
    }
    if (!call.text().contains("grant_type=client_credentials")) {
      return FakeAnswer.json(
          400,
          FakeJson.object(
              "error", "unsupported_grant_type", "error_description", "unsupported grant_type"));
    }
    String token = world.ids.accessToken();
    tokens.put(token, world.now().plus(LIFE));
    return FakeAnswer.json(
        200,
        FakeJson.object(
            "scope",
            SCOPE,
            "access_token",
            token,
            "token_type",
            "Bearer",
            "app_id",
            "APP-80W284485P519543T",
            "expires_in",
            LIFE.toSeconds(),
            "nonce",
            FakeJson.time(world.now()) + world.ids.debug()));
  }

  void demand(@Nullable String authorization) {
    Instant until =
        authorization == null || !authorization.startsWith("Bearer ")
            ? null
            : tokens.get(authorization.substring("Bearer ".length()));
    if (until == null || !world.now().isBefore(until)) {
      throw FakeProblemException.unauthorized();
    }
  }

  /** As if all had run out. */
  void revokeAll() {
    tokens.clear();
  }
}
