package com.truevault.paypal.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.HttpExchange.Answer;
import com.truevault.paypal.HttpExchange.Call;
import com.truevault.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A fake PayPal with a seller that calls it by hand: one product, one plan, one webhook. */
final class FakeShop {
  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final FakeCertificates CERTIFICATES =
      new FakeCertificates(new SecureRandom(), START.minus(Duration.ofDays(1)));

  final SettableClock clock = new SettableClock(START);
  final FakePayPal fake;
  final List<FakeDelivery> delivered = new ArrayList<>();
  private final HttpExchange exchange;
  private final String plan;

  FakeShop() {
    this(URI.create("http://127.0.0.1:8090"));
  }

  FakeShop(URI site) {
    fake = new FakePayPal(clock, new Random(7), CERTIFICATES, site);
    exchange = fake;
    fake.deliverTo(
        delivery -> {
          delivered.add(delivery);
          return 200;
        });
    fake.seller().webhook("https://vpn.example.com/webhooks/paypal");
    post("/v1/catalogs/products", "{'id':'TRUEVAULT-VPN','name':'VPN','type':'SERVICE'}");
    plan = plan("9.99", 1, "MONTH");
  }

  private FakeShop(FakeShop other, HttpExchange way) {
    fake = other.fake;
    exchange = way;
    plan = other.plan;
  }

  /** The same shop, calling another way. */
  FakeShop through(HttpExchange way) {
    return new FakeShop(this, way);
  }

  String approveLink(String id) {
    return link(subscription(id), "approve");
  }

  static String link(JsonObject resource, String rel) {
    for (JsonElement link : resource.getAsJsonArray("links")) {
      if (link.getAsJsonObject().get("rel").getAsString().equals(rel)) {
        return link.getAsJsonObject().get("href").getAsString();
      }
    }
    throw new AssertionError("no link " + rel + " in " + resource);
  }

  /** A new plan; returns its id. */
  String plan(String price, int threshold, String unit) {
    return post(
            "/v1/billing/plans",
            """
            {'product_id':'TRUEVAULT-VPN','name':'personal <monthly>',
             'billing_cycles':[{'frequency':{'interval_unit':'%s','interval_count':1},
               'tenure_type':'REGULAR','sequence':1,'total_cycles':0,
               'pricing_scheme':{'fixed_price':{'currency_code':'USD','value':'%s'}}}],
             'payment_preferences':{'auto_bill_outstanding':false,'payment_failure_threshold':%d}}
            """
                .formatted(unit, price, threshold))
        .get("id")
        .getAsString();
  }

  String plan() {
    return plan;
  }

  JsonObject order(String planId, String requestId) {
    return read(
        send(
            "POST",
            "/v1/billing/subscriptions",
            Map.of(
                "Authorization",
                "Bearer " + token(),
                "PayPal-Request-Id",
                requestId,
                "Prefer",
                "return=representation"),
            """
            {'plan_id':'%s','custom_id':'ours','subscriber':{'email_address':'ada@example.com'},
             'application_context':{'return_url':'https://vpn.example.com/thanks',
               'cancel_url':'https://vpn.example.com/plans'}}
            """
                .formatted(planId)
                .replace('\'', '"')));
  }

  String token() {
    return read(send("POST", "/v1/oauth2/token", basic(), "grant_type=client_credentials"))
        .get("access_token")
        .getAsString();
  }

  /** A subscription that is approved and charged. */
  String subscribed() {
    String id = order(plan, "r-" + fake.subscriptions().size()).get("id").getAsString();
    assertTrue(fake.buyer().approve(id));
    return id;
  }

  JsonObject subscription(String id) {
    return get("/v1/billing/subscriptions/" + id + "?fields=last_failed_payment,plan");
  }

  JsonObject get(String path) {
    return read(call("GET", path, ""));
  }

  JsonObject post(String path, String body) {
    return read(call("POST", path, body));
  }

  /** Posts a body whose quotes stay as they are. */
  JsonObject raw(String path, String body) {
    return read(send("POST", path, Map.of("Authorization", "Bearer " + token()), body));
  }

  Answer call(String method, String path, String body) {
    return send(
        method, path, Map.of("Authorization", "Bearer " + token()), body.replace('\'', '"'));
  }

  Answer send(String method, String path, Map<String, String> headers, String body) {
    try {
      return exchange.send(
          new Call(
              method,
              URI.create("https://api-m.sandbox.paypal.com" + path),
              headers,
              body.getBytes(StandardCharsets.UTF_8),
              Duration.ofSeconds(5),
              1 << 20));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pass(Duration time) {
    clock.advance(time);
    fake.settle();
  }

  List<String> told() {
    return delivered.stream().map(delivery -> delivery.event().type()).toList();
  }

  static JsonObject read(Answer answer) {
    return JsonParser.parseString(text(answer)).getAsJsonObject();
  }

  static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static @Nullable String issue(Answer answer) {
    return read(answer)
        .getAsJsonArray("details")
        .get(0)
        .getAsJsonObject()
        .get("issue")
        .getAsString();
  }

  private static Map<String, String> basic() {
    String pair = FakePayPal.CREDENTIALS.clientId() + ":" + FakePayPal.CREDENTIALS.secret();
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
