package com.truevault.paypal.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.truevault.billing.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A plan as it was created, with the prices it has had. */
final class FakePlan {
  /** Payments this near keep the price they were announced with. */
  private static final Duration PRICE_LOCK = Duration.ofDays(10);

  final String id;
  final JsonObject created;
  final ChronoUnit unit;
  final int every;
  final int totalCycles;
  final int threshold;
  final boolean billsOutstanding;
  final Instant createdAt;
  private final List<Price> prices = new ArrayList<>();
  String status;

  FakePlan(String id, JsonObject request, Instant createdAt) {
    this.id = id;
    this.created = request.deepCopy();
    this.createdAt = createdAt;
    JsonObject regular = regular(request);
    JsonObject frequency = FakeJson.part(regular, "frequency");
    unit = unit(FakeJson.text(frequency, "interval_unit"));
    every = number(frequency, "interval_count", 1);
    totalCycles = number(regular, "total_cycles", 1);
    JsonObject preferences = FakeJson.part(request, "payment_preferences");
    threshold = number(preferences, "payment_failure_threshold", 0);
    billsOutstanding = !"false".equals(FakeJson.textOrNull(preferences, "auto_bill_outstanding"));
    String wanted = FakeJson.textOrNull(request, "status");
    status = wanted == null ? "ACTIVE" : wanted;
    prices.add(
        new Price(
            money(FakeJson.part(FakeJson.part(regular, "pricing_scheme"), "fixed_price")),
            createdAt));
  }

  static Money money(JsonObject amount) {
    return Money.of(FakeJson.text(amount, "value"), FakeJson.text(amount, "currency_code"));
  }

  String product() {
    return FakeJson.text(created, "product_id");
  }

  String name() {
    return FakeJson.text(created, "name");
  }

  Money price() {
    return prices.get(prices.size() - 1).amount();
  }

  int priceVersion() {
    return prices.size();
  }

  Instant pricedAt() {
    return prices.get(prices.size() - 1).since();
  }

  void reprice(Money amount, Instant at) {
    prices.add(new Price(amount, at));
  }

  /** What a charge costs that is due then, for a subscription made at the other moment. */
  Money priceFor(Instant due, Instant subscribedAt) {
    Money amount = prices.get(0).amount();
    for (Price price : prices) {
      if (!price.since().isAfter(subscribedAt) || !price.since().plus(PRICE_LOCK).isAfter(due)) {
        amount = price.amount();
      }
    }
    return amount;
  }

  /** The start of a cycle by the calendar, counted from the first so that it cannot drift. */
  Instant cycleStart(Instant first, int cycle) {
    return first.atOffset(ZoneOffset.UTC).plus((long) every * cycle, unit).toInstant();
  }

  private static JsonObject regular(JsonObject request) {
    JsonElement cycles = request.get("billing_cycles");
    if (cycles == null || !cycles.isJsonArray()) {
      throw FakeProblemException.invalid("MISSING_REQUIRED_PARAMETER");
    }
    for (JsonElement cycle : cycles.getAsJsonArray()) {
      if ("REGULAR".equals(FakeJson.textOrNull(cycle.getAsJsonObject(), "tenure_type"))) {
        return cycle.getAsJsonObject();
      }
    }
    throw FakeProblemException.invalid("MISSING_REGULAR_BILLING_CYCLE");
  }

  private static ChronoUnit unit(String word) {
    return switch (word) {
      case "DAY" -> ChronoUnit.DAYS;
      case "WEEK" -> ChronoUnit.WEEKS;
      case "MONTH" -> ChronoUnit.MONTHS;
      case "YEAR" -> ChronoUnit.YEARS;
      default -> throw FakeProblemException.invalid("INVALID_PARAMETER_VALUE");
    };
  }

  private static int number(JsonObject object, String name, int otherwise) {
    String text = FakeJson.textOrNull(object, name);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private record Price(Money amount, Instant since) {}
}
