package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that PayPal knows, in the order in which it learned it. */
final class FakeBooks {
  final Map<String, JsonObject> products = new LinkedHashMap<>();
  final Map<String, FakePlan> plans = new LinkedHashMap<>();
  final Map<String, FakeSubscription> subscriptions = new LinkedHashMap<>();
  final Map<String, FakeSale> sales = new LinkedHashMap<>();

  /** Tries to charge that failed: listed as transactions, and never sales. */
  final List<FakeSale> declined = new ArrayList<>();

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

  /** Sales and failed tries, in the order of time. */
  List<FakeSale> transactionsOf(String subscription) {
    return Stream.concat(sales.values().stream(), declined.stream())
        .filter(sale -> sale.subscription().equals(subscription))
        .sorted(Comparator.comparing(FakeSale::at))
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
