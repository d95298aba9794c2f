package com.truevault.paypal.testing;

import com.truevault.billing.Money;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a buyer says yes or no. */
final class ApprovalPage {
  static final String PATH = "/webapps/billing/subscriptions";

  private final FakeWorld world;
  private final FakeAgreements agreements;

  ApprovalPage(FakeWorld world, FakeAgreements agreements) {
    this.world = world;
    this.agreements = agreements;
  }

  void define(FakeRoutes routes) {
    routes.on("GET", PATH, this::show);
    routes.on("POST", PATH, this::decide);
  }

  private FakeAnswer show(FakeCall call) {
    String token = token(call);
    FakeSubscription asked = agreements.askedBy(token);
    FakePlan plan = FakeBooks.require(world.books.plans, asked.consent.plan());
    return FakeAnswer.html(
            PAGE.formatted(escaped(plan.name()), price(plan), rhythm(plan), escaped(token)))
        .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  }

  private FakeAnswer decide(FakeCall call) {
    String token = token(call);
    FakeSubscription asked = agreements.askedBy(token);
    FakeSubscription.Consent consent = asked.consent;
    boolean agreed = call.text().contains("decision=approve");
    if (agreed) {
      agreements.approve(token);
    }
    return FakeAnswer.empty(303)
        .with(
            "location",
            agreed
                ? with(consent.returnUrl(), asked.id, token)
                : with(consent.cancelUrl(), asked.id, token));
  }

  private static String token(FakeCall call) {
    String token = call.query().get("ba_token");
    if (token == null) {
      throw FakeProblemException.notFound();
    }
    return URLDecoder.decode(token, StandardCharsets.UTF_8);
  }

  private static String with(String url, String subscription, String token) {
    String sign = URI.create(url).getRawQuery() == null ? "?" : "&";
    return url
        + sign
        + "subscription_id="
        + URLEncoder.encode(subscription, StandardCharsets.UTF_8)
        + "&ba_token="
        + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private static String price(FakePlan plan) {
    Money price = plan.price();
    return price.amount() + " " + price.currency().getCurrencyCode();
  }

  private static String rhythm(FakePlan plan) {
    String unit =
        switch (plan.unit) {
          case DAYS -> "day";
          case WEEKS -> "week";
          case YEARS -> "year";
          default -> "month";
        };
    return plan.every == 1 ? "every " + unit : "every " + plan.every + " " + unit + "s";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Approve the subscription · simulated PayPal</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { margin: 0; min-height: 100vh; display: grid; place-items: center;
             background: light-dark(#f3f5f8, #12161c); color: light-dark(#1b2430, #e6ebf2); }
      main { width: min(26rem, 100%% - 2rem); padding: 2rem; border-radius: 1rem; box-sizing: border-box;
             background: light-dark(#fff, #1b222c); box-shadow: 0 1px 3px rgb(0 0 0 / .15); }
      h1 { margin: 0 0 .25rem; font-size: 1.35rem; }
      .note { margin: 0 0 1.5rem; color: light-dark(#556274, #9fb0c5); }
      dl { display: grid; grid-template-columns: auto 1fr; gap: .5rem 1.5rem; margin: 0 0 1.5rem; }
      dd { margin: 0; text-align: right; font-weight: 600; }
      button { width: 100%%; padding: .8rem; border-radius: .6rem; font: inherit; font-weight: 600;
               cursor: pointer; border: 1px solid transparent; }
      button:focus-visible { outline: 3px solid #6aa5ff; outline-offset: 2px; }
      .yes { background: #1f5fd0; color: #fff; margin-bottom: .75rem; }
      .no { background: none; color: inherit; border-color: light-dark(#c4ccd8, #3d4a5c); }
      </style>
      </head>
      <body>
      <main>
      <h1>Approve the subscription</h1>
      <p class="note">A simulated PayPal. No money moves.</p>
      <dl><dt>Plan</dt><dd>%s</dd><dt>Price</dt><dd>%s</dd><dt>Charged</dt><dd>%s</dd></dl>
      <form method="post" action="?ba_token=%s">
      <button class="yes" name="decision" value="approve">Agree &amp; subscribe</button>
      <button class="no" name="decision" value="cancel">Cancel</button>
      </form>
      </main>
      </body>
      </html>
      """;
}
