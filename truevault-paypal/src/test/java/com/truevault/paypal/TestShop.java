package com.truevault.paypal;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.billing.Money;
import com.truevault.billing.Offer;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Terms;
import com.truevault.testing.InMemoryStorage;
import com.truevault.user.Plan;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A shop with three plans that sells by a client. */
final class TestShop {
  static final Terms PERSONAL = terms(Plan.PERSONAL, BillingCycle.MONTHLY, "9.99");
  static final Terms FAMILY = terms(Plan.FAMILY, BillingCycle.MONTHLY, "14.99");
  static final URI SITE = URI.create("https://vpn.example.com");

  final GatewayPlanStore plans = new InMemoryStorage().gatewayPlans();
  final AtomicReference<List<Offer>> offers = new AtomicReference<>(offers("9.99"));
  private final AtomicReference<String> webhookId = new AtomicReference<>("");
  final PayPalClient client;
  final PayPalGateway gateway;
  private final InstantSource clock;

  TestShop(PayPalClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.gateway =
        new PayPalGateway(
            client,
            plans,
            () ->
                new CheckoutPages("TrueVault", SITE.resolve("/plan/thanks"), SITE.resolve("/plan")),
            clock);
  }

  PlanSetup planSetup() {
    return new PlanSetup(client, offers::get, plans, clock);
  }

  String webhookId() {
    return Objects.requireNonNull(webhookId.get());
  }

  WebhookSetup webhookSetup() {
    return new WebhookSetup(client, SITE, webhookId::set);
  }

  static List<Offer> offers(String personal) {
    return List.of(
        offer(Plan.PERSONAL, personal), offer(Plan.FAMILY, "14.99"), offer(Plan.BUSINESS, "29.99"));
  }

  static PaymentGateway.Order order(String reference, Terms terms) {
    return new PaymentGateway.Order(
        "tv-open-" + reference + "-1", reference, terms, "ada@example.com", null);
  }

  static Terms terms(Plan plan, BillingCycle cycle, String price) {
    return new Terms(plan, cycle, Money.of(price, "USD"));
  }

  private static Offer offer(Plan plan, String monthly) {
    Money price = Money.of(monthly, "USD");
    return new Offer(plan, price, BillingCycle.YEARLY.price(price), 5);
  }
}
