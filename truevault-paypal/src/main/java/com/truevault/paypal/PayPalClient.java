package com.truevault.paypal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Calls PayPal's REST API: with a token, not too fast, again where that is safe. Safe for use by
 * many threads; calls block for up to a minute. Every method of what it hands out throws {@link
 * PayPalException} and whatever the supplier of the account throws.
 */
public final class PayPalClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final int MOST_BYTES = 8 << 20;
  private static final String JSON = "application/json";

  private final Courier courier;
  private final Supplier<PayPalAccount> account;
  private final Tokens tokens;
  private final Lanes lanes = new Lanes();

  /**
   * A client without a token yet.
   *
   * @param account asked at every call
   */
  public PayPalClient(HttpExchange exchange, Supplier<PayPalAccount> account, Timing timing) {
    this.courier = new Courier(exchange, timing);
    this.account = account;
    this.tokens = new Tokens(this::fetchToken, timing.clock());
  }

  /** Whose calls these are. */
  public PayPalAccount account() {
    return account.get();
  }

  /** Signs in anew and tells what the app may do. */
  public Grant signIn() {
    Doc answer = fetchToken(account.get());
    return new Grant(answer.text("app_id"), List.of(answer.text("scope").split(" ")));
  }

  /** Products and plans. */
  public CatalogueCalls catalogue() {
    return new CatalogueCalls(this);
  }

  /** Subscriptions and their transactions. */
  public SubscriptionCalls subscriptions() {
    return new SubscriptionCalls(this);
  }

  /** Sales and refunds. */
  public SaleCalls sales() {
    return new SaleCalls(this);
  }

  /** Webhooks and events. */
  public WebhookCalls webhooks() {
    return new WebhookCalls(this);
  }

  /** Disputes. */
  public DisputeCalls disputes() {
    return new DisputeCalls(this);
  }

  Reply call(Ask ask) {
    return lanes.run(ask.subject(), () -> signedIn(ask));
  }

  private Reply signedIn(Ask ask) {
    PayPalAccount now = account.get();
    Tokens.Token token = tokens.of(now);
    try {
      return courier.send(call(ask, now, token));
    } catch (PayPalException e) {
      if (!e.code().equals(Refusals.UNAUTHORIZED)) {
        throw e;
      }
      tokens.drop(token);
      return courier.send(call(ask, now, tokens.of(now)));
    }
  }

  private static HttpExchange.Call call(Ask ask, PayPalAccount account, Tokens.Token token) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token.text());
    headers.put("Accept", JSON);
    headers.put("Prefer", "return=representation");
    if (!ask.method().equals("GET")) {
      headers.put("Content-Type", JSON);
    }
    if (!ask.requestId().isEmpty()) {
      headers.put("PayPal-Request-Id", ask.requestId());
    }
    return new HttpExchange.Call(
        ask.method(),
        URI.create(account.environment().apiBase() + ask.target()),
        headers,
        ask.body(),
        TIMEOUT,
        MOST_BYTES);
  }

  private Doc fetchToken(PayPalAccount account) {
    PayPalCredentials app = account.credentials();
    String basic =
        Base64.getEncoder()
            .encodeToString((app.clientId() + ":" + app.secret()).getBytes(StandardCharsets.UTF_8));
    return courier
        .send(
            new HttpExchange.Call(
                "POST",
                URI.create(account.environment().apiBase() + "/v1/oauth2/token"),
                Map.of(
                    "Authorization",
                    "Basic " + basic,
                    "Accept",
                    JSON,
                    "Content-Type",
                    "application/x-www-form-urlencoded"),
                "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8),
                TIMEOUT,
                MOST_BYTES))
        .body();
  }

  /**
   * What a sign-in gave.
   *
   * @param app what PayPal calls the app
   * @param scopes what it may do
   */
  public record Grant(String app, List<String> scopes) {
    private static final Map<String, String> NEEDED =
        Map.of(
            "services/subscriptions", "subscriptions",
            "services/applications/webhooks", "webhooks",
            "services/disputes/read-seller", "disputes",
            "services/payments/refund", "refunds");

    /** Copies the list. */
    public Grant {
      scopes = List.copyOf(scopes);
    }

    /** What the app needs and may not use, in PayPal's dashboard to be switched on. */
    public List<String> missing() {
      return NEEDED.entrySet().stream()
          .filter(need -> scopes.stream().noneMatch(scope -> scope.endsWith(need.getKey())))
          .map(Map.Entry::getValue)
          .sorted()
          .toList();
    }
  }
}
