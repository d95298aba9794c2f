package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.truevault.billing.ProviderStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subscriptions: opening, reading, changing, ending. */
final class SubscriptionRoutes {
  private final FakeWorld world;
  private final FakeAgreements agreements;
  private final FakeResources resources;
  private final PaymentResources payments;

  SubscriptionRoutes(FakeWorld world, FakeAgreements agreements) {
    this.world = world;
    this.agreements = agreements;
    resources = new FakeResources(world);
    payments = new PaymentResources(world);
  }

  void define(FakeRoutes routes) {
    String one = "/v1/billing/subscriptions/{}";
    routes.on("POST", "/v1/billing/subscriptions", this::open);
    routes.on("GET", "/v1/billing/subscriptions", this::list);
    routes.on("GET", one, (call, id) -> read(call, subscription(id)));
    routes.on("PATCH", one, (call, id) -> patch(call, subscription(id)));
    routes.on("POST", one + "/revise", (call, id) -> revise(call, subscription(id)));
    routes.on("POST", one + "/capture", (call, id) -> capture(call, subscription(id)));
    routes.on("GET", one + "/transactions", (call, id) -> transactions(call, subscription(id)));
    routes.on("POST", one + "/suspend", (call, id) -> suspend(call, subscription(id)));
    routes.on("POST", one + "/cancel", (call, id) -> cancel(call, subscription(id)));
    routes.on("POST", one + "/activate", (call, id) -> activate(call, subscription(id)));
  }

  private FakeAnswer open(FakeCall call) {
    JsonObject request = FakeJson.body(call);
    String start = FakeJson.textOrNull(request, "start_time");
    Instant startsAt = start == null ? null : moment(start);
    if (startsAt != null && startsAt.isBefore(world.now())) {
      throw FakeProblemException.invalid("INVALID_START_TIME");
    }
    String reference = FakeJson.textOrNull(request, "custom_id");
    String email = FakeJson.textOrNull(FakeJson.part(request, "subscriber"), "email_address");
    FakeSubscription opened =
        agreements.open(
            new FakeSubscription.Request(
                FakeJson.text(request, "plan_id"),
                reference == null ? "" : reference,
                email == null ? "" : email,
                startsAt,
                consent(request)));
    return FakeAnswer.json(
        201,
        "return=representation".equals(call.header("prefer"))
            ? resources.subscription(opened)
            : FakeJson.object(
                "id", opened.id,
                "status", opened.status.name(),
                "create_time", FakeJson.time(opened.createdAt),
                "links", resources.links(opened)));
  }

  private FakeSubscription.Consent consent(JsonObject request) {
    JsonObject context = FakeJson.part(request, "application_context");
    return new FakeSubscription.Consent(
        world.ids.token(),
        FakeJson.text(request, "plan_id"),
        FakeJson.text(context, "return_url"),
        FakeJson.text(context, "cancel_url"),
        false);
  }

  private FakeAnswer list(FakeCall call) {
    String plans = call.query().get("plan_ids");
    String statuses = call.query().get("statuses");
    List<JsonObject> found =
        world.books.subscriptions.values().stream()
            .filter(one -> plans == null || Arrays.asList(plans.split(",", -1)).contains(one.plan))
            .filter(
                one ->
                    statuses == null
                        || Arrays.asList(statuses.split(",", -1)).contains(one.status.name()))
            .map(resources::subscription)
            .toList();
    return FakeAnswer.json(200, FakePages.page(call, "subscriptions", found));
  }

  private FakeAnswer read(FakeCall call, FakeSubscription subscription) {
    JsonObject shown = resources.subscription(subscription);
    @Nullable String fields = call.query().get("fields");
    List<String> wanted = fields == null ? List.of() : Arrays.asList(fields.split(",", -1));
    if (!wanted.contains("last_failed_payment")) {
      FakeJson.part(shown, "billing_info").remove("last_failed_payment");
    }
    if (wanted.contains("plan")) {
      shown.add("plan", resources.plan(world.books.planOf(subscription)));
    }
    return FakeAnswer.json(200, shown);
  }

  private FakeAnswer patch(FakeCall call, FakeSubscription subscription) {
    if (!Set.of(ProviderStatus.ACTIVE, ProviderStatus.SUSPENDED).contains(subscription.status)) {
      throw FakeProblemException.refused("SUBSCRIPTION_STATUS_INVALID");
    }
    for (JsonElement step : FakeJson.parse(call.text()).getAsJsonArray()) {
      JsonObject change = step.getAsJsonObject();
      String path = FakeJson.text(change, "path");
      if (path.equals("/billing_info/outstanding_balance")) {
        subscription.outstanding = FakePlan.money(FakeJson.part(change, "value")).minor();
      } else if (path.endsWith("/pricing_scheme/fixed_price")) {
        subscription.overriddenPrice = FakePlan.money(FakeJson.part(change, "value"));
      } else {
        throw FakeProblemException.invalid("INVALID_PATCH_PATH");
      }
    }
    subscription.changedAt = world.now();
    return FakeAnswer.empty(204);
  }

  private FakeAnswer revise(FakeCall call, FakeSubscription subscription) {
    FakeSubscription.Consent consent = consent(FakeJson.body(call));
    agreements.revise(subscription, consent);
    return FakeAnswer.json(
        200,
        FakeJson.object(
            "plan_id", consent.plan(),
            "plan_overridden", false,
            "links", resources.links(subscription)));
  }

  private FakeAnswer capture(FakeCall call, FakeSubscription subscription) {
    JsonObject request = FakeJson.body(call);
    FakeJson.text(request, "note");
    boolean later = world.capturesAreDecidedLater;
    FakeSale sale =
        agreements.capture(subscription, FakePlan.money(FakeJson.part(request, "amount")), later);
    return later ? FakeAnswer.empty(202) : FakeAnswer.json(200, payments.transaction(sale));
  }

  private FakeAnswer transactions(FakeCall call, FakeSubscription subscription) {
    Instant from = moment(call.query().get("start_time"));
    Instant until = moment(call.query().get("end_time"));
    JsonArray found = new JsonArray();
    for (FakeSale sale : world.books.transactionsOf(subscription.id)) {
      if (!sale.at().isBefore(from) && !sale.at().isAfter(until)) {
        found.add(payments.transaction(sale));
      }
    }
    return FakeAnswer.json(
        200,
        FakeJson.object(
            "transactions",
            found,
            "total_items",
            found.size(),
            "total_pages",
            1,
            "links",
            FakeJson.array(FakeJson.link(world.api + call.path(), "self", "GET"))));
  }

  private FakeAnswer suspend(FakeCall call, FakeSubscription subscription) {
    agreements.suspend(subscription, FakeJson.text(FakeJson.body(call), "reason"));
    return FakeAnswer.empty(204);
  }

  private FakeAnswer cancel(FakeCall call, FakeSubscription subscription) {
    agreements.cancel(subscription, FakeJson.text(FakeJson.body(call), "reason"));
    return FakeAnswer.empty(204);
  }

  private FakeAnswer activate(FakeCall call, FakeSubscription subscription) {
    String reason = FakeJson.textOrNull(FakeJson.body(call), "reason");
    agreements.activate(subscription, reason == null ? "" : reason);
    return FakeAnswer.empty(204);
  }

  private FakeSubscription subscription(String id) {
    return world.books.subscription(id);
  }

  static Instant moment(@Nullable String text) {
    if (text == null) {
      throw FakeProblemException.invalid("MISSING_REQUIRED_PARAMETER");
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw FakeProblemException.invalid("INVALID_PARAMETER_SYNTAX");
    }
  }
}
