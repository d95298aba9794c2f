package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that PayPal knows, in the order in which it learned it. */
final class FakeBooks {
  final Map<String, JsonObject> products = new LinkedHashMap<>();
  final Map<String, FakePlan> plans = new LinkedHashMap<>();
  final Map<String, FakeSubscription> subscriptions = new LinkedHashMap<>();
  final Map<String, FakeSale> sales = new LinkedHashMap<>();
  final Map<String, FakeRefund> refunds = new LinkedHashMap<>();
  final Map<String, FakeDispute> disputes = new LinkedHashMap<>();
  final Map<String, FakeWebhook> webhooks = new LinkedHashMap<>();
  final Map<String, FakeEvent> events = new LinkedHashMap<>();

  static <T> T require(Map<String, T> things, @Nullable String id) {
    T thing = id == null ? null : things.get(id);
    if (thing == null) {
      throw FakeProblemException.notFound();
    }
    return thing;
  }

  FakeSubscription subscription(String id) {
    return require(subscriptions, id);
  }

  FakePlan planOf(FakeSubscription subscription) {
    return require(plans, subscription.plan);
  }

  List<FakeSale> salesOf(String subscription) {
    return sales.values().stream()
        .filter(sale -> sale.subscription().equals(subscription))
        .toList();
  }

  List<FakeRefund> refundsOf(String sale) {
    return refunds.values().stream().filter(refund -> refund.sale().equals(sale)).toList();
  }

  @Nullable FakeSubscription askedBy(String token) {
    return subscriptions.values().stream()
        .filter(subscription -> subscription.consent.token().equals(token))
        .findFirst()
        .orElse(null);
  }

  static <T> List<T> copy(Collection<T> things) {
    return List.copyOf(things);
  }
}
