package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Plans and subscriptions as PayPal shows them. */
final class FakeResources {
  private final FakeWorld world;

  FakeResources(FakeWorld world) {
    this.world = world;
  }

  JsonObject plan(FakePlan plan) {
    JsonObject shown = plan.created.deepCopy();
    shown.addProperty("id", plan.id);
    shown.addProperty("status", plan.status);
    shown.addProperty("create_time", FakeJson.time(plan.createdAt));
    shown.addProperty("update_time", FakeJson.time(plan.pricedAt()));
    for (JsonElement cycle : shown.getAsJsonArray("billing_cycles")) {
      JsonObject scheme = FakeJson.part(cycle.getAsJsonObject(), "pricing_scheme");
      scheme.add("fixed_price", world.money(plan.price()));
      scheme.addProperty("version", plan.priceVersion());
      scheme.addProperty("create_time", FakeJson.time(plan.createdAt));
      scheme.addProperty("update_time", FakeJson.time(plan.pricedAt()));
    }
    shown.add(
        "links",
        FakeJson.array(FakeJson.link(world.api + "/v1/billing/plans/" + plan.id, "self", "GET")));
    return shown;
  }

  /** A subscription with all its parts but the plan. */
  JsonObject subscription(FakeSubscription subscription) {
    JsonObject shown =
        FakeJson.object(
            "id",
            subscription.id,
            "status",
            subscription.status.name(),
            "status_change_note",
            subscription.note.isEmpty() ? null : subscription.note,
            "status_update_time",
            FakeJson.time(subscription.statusAt),
            "plan_id",
            subscription.plan,
            "start_time",
            FakeJson.time(subscription.startsAt),
            "quantity",
            "1",
            "custom_id",
            subscription.reference.isEmpty() ? null : subscription.reference,
            "plan_overridden",
            subscription.overriddenPrice != null,
            "subscriber",
            subscriber(subscription),
            "create_time",
            FakeJson.time(subscription.createdAt),
            "update_time",
            FakeJson.time(subscription.changedAt));
    if (subscription.status != ProviderStatus.APPROVAL_PENDING) {
      shown.add("billing_info", billing(subscription));
    }
    shown.add("links", links(subscription));
    return shown;
  }

  private JsonObject subscriber(FakeSubscription subscription) {
    return FakeJson.object(
        "email_address",
        subscription.email.isEmpty() ? null : subscription.email,
        "payer_id",
        subscription.payer,
        "name",
        FakeJson.object("given_name", "Test", "surname", "Buyer"));
  }

  private JsonObject billing(FakeSubscription subscription) {
    FakeSubscription.@Nullable Failed failed = subscription.lastFailed;
    FakeSale paid = subscription.lastPaid;
    return FakeJson.object(
        "outstanding_balance",
        world.money(outstanding(subscription)),
        "cycle_executions",
        FakeJson.array(execution(subscription)),
        "last_payment",
        paid == null
            ? null
            : FakeJson.object(
                "amount", world.money(paid.gross()), "time", FakeJson.time(paid.at())),
        "next_billing_time",
        FakeJson.timeOrNull(subscription.nextBilling),
        "failed_payments_count",
        subscription.failures,
        "last_failed_payment",
        failed == null ? null : failure(failed));
  }

  private JsonObject execution(FakeSubscription subscription) {
    int total = world.books.planOf(subscription).totalCycles;
    return FakeJson.object(
        "tenure_type",
        "REGULAR",
        "sequence",
        1,
        "cycles_completed",
        subscription.cyclesPaid,
        "cycles_remaining",
        total == 0 ? 0 : Math.max(0, total - subscription.cyclesPaid),
        "current_pricing_scheme_version",
        world.books.planOf(subscription).priceVersion(),
        "total_cycles",
        total);
  }

  private JsonObject failure(FakeSubscription.Failed failed) {
    return FakeJson.object(
        "amount", world.money(failed.amount()),
        "time", FakeJson.time(failed.at()),
        "reason_code", failed.reason(),
        "next_payment_retry_time", FakeJson.timeOrNull(failed.nextRetry()));
  }

  Money outstanding(FakeSubscription subscription) {
    Currency currency = world.books.planOf(subscription).price().currency();
    return new Money(subscription.outstanding, currency);
  }

  JsonArray links(FakeSubscription subscription) {
    String self = world.api + "/v1/billing/subscriptions/" + subscription.id;
    JsonArray links = new JsonArray();
    if (!subscription.consent.isDecided() && !world.has(Oddity.APPROVE_LINK_LAST)) {
      links.add(approve(subscription));
    }
    links.add(FakeJson.link(self, "edit", "PATCH"));
    links.add(FakeJson.link(self, "self", "GET"));
    switch (subscription.status) {
      case ACTIVE -> {
        links.add(FakeJson.link(self + "/suspend", "suspend", "POST"));
        links.add(FakeJson.link(self + "/cancel", "cancel", "POST"));
        links.add(FakeJson.link(self + "/capture", "capture", "POST"));
      }
      case SUSPENDED -> {
        links.add(FakeJson.link(self + "/activate", "activate", "POST"));
        links.add(FakeJson.link(self + "/cancel", "cancel", "POST"));
      }
      default -> {}
    }
    if (!subscription.consent.isDecided() && world.has(Oddity.APPROVE_LINK_LAST)) {
      links.add(approve(subscription));
    }
    return links;
  }

  private JsonObject approve(FakeSubscription subscription) {
    return FakeJson.link(
        world.site + ApprovalPage.PATH + "?ba_token=" + subscription.consent.token(),
        "approve",
        "GET");
  }
}
