package com.truevault.paypal.testing;

import com.google.gson.JsonObject;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells what happens, with all the ways in which PayPal has been seen to tell it. */
final class FakeEvents {
  private static final Duration HOLD = Duration.ofDays(2);
  private static final Duration SOON = Duration.ofMillis(70);
  private static final Duration LATE = Duration.ofSeconds(5);

  private final FakeWorld world;
  private final FakeResources resources;
  private final PaymentResources payments;
  private final Consumer<FakeEvent> outlet;

  FakeEvents(FakeWorld world, Consumer<FakeEvent> outlet) {
    this.world = world;
    this.outlet = outlet;
    resources = new FakeResources(world);
    payments = new PaymentResources(world);
  }

  void created(FakeSubscription subscription) {
    if (!world.has(Oddity.CREATED_AFTER_ACTIVATED)) {
      tell("CREATED", subscription);
    }
    if (world.has(Oddity.UNKNOWN_EVENTS)) {
      send(world.ids.event(), "IDENTITY.AUTHORIZATION-CONSENT.GRANTED", "identity", "", note());
    }
  }

  void activated(FakeSubscription subscription) {
    tell("ACTIVATED", subscription);
    if (world.has(Oddity.CREATED_AFTER_ACTIVATED)) {
      later(LATE, () -> tell("CREATED", subscription));
    }
  }

  void updated(FakeSubscription subscription) {
    tell("UPDATED", subscription);
  }

  void suspended(FakeSubscription subscription) {
    tell("SUSPENDED", subscription);
  }

  void reactivated(FakeSubscription subscription) {
    tell("RE-ACTIVATED", subscription);
  }

  void cancelled(FakeSubscription subscription) {
    String id = tell("CANCELLED", subscription);
    if (world.has(Oddity.SHARED_EVENT_ID)) {
      send(id, "BILLING.SUBSCRIPTION.EXPIRED", "subscription", "2.0", shown(subscription));
    }
  }

  void expired(FakeSubscription subscription) {
    tell("EXPIRED", subscription);
  }

  void failed(FakeSubscription subscription) {
    tell("PAYMENT.FAILED", subscription);
    if (world.has(Oddity.FAILURE_TOLD_TWICE)) {
      tell("PAYMENT.FAILED", subscription);
    }
  }

  void sale(FakeSale sale) {
    String type = "PAYMENT.SALE." + sale.state().name();
    JsonObject resource = payments.sale(sale);
    send(world.ids.event(), type, "sale", "", resource);
    if (sale.state() != SaleState.COMPLETED) {
      return;
    }
    if (world.has(Oddity.SALE_TOLD_TWICE)) {
      later(SOON, () -> send(world.ids.event(), type, "sale", "", resource));
    }
    if (world.has(Oddity.HOLD_RELEASED)) {
      JsonObject released = resource.deepCopy();
      released.addProperty("payment_hold_status", "RELEASED");
      later(HOLD, () -> send(world.ids.event(), type, "sale", "", released));
    }
  }

  void repaid(FakeRefund refund) {
    boolean reversal = refund.kind() == RepaymentKind.REVERSAL;
    send(
        world.ids.event(),
        reversal ? "PAYMENT.SALE.REVERSED" : "PAYMENT.SALE.REFUNDED",
        reversal ? "sale" : "refund",
        "",
        payments.told(refund));
  }

  void dispute(FakeDispute dispute, String step) {
    send(world.ids.event(), "CUSTOMER.DISPUTE." + step, "dispute", "", payments.dispute(dispute));
  }

  private String tell(String step, FakeSubscription subscription) {
    String id = world.ids.event();
    send(id, "BILLING.SUBSCRIPTION." + step, "subscription", "2.0", shown(subscription));
    return id;
  }

  private JsonObject shown(FakeSubscription subscription) {
    JsonObject shown = resources.subscription(subscription);
    JsonObject failed = FakeJson.part(FakeJson.part(shown, "billing_info"), "last_failed_payment");
    if (world.has(Oddity.RETRY_DATE) && failed.has("next_payment_retry_time")) {
      failed.add("next_payment_retry_date", failed.remove("next_payment_retry_time"));
    }
    return shown;
  }

  private void send(
      String id, String type, String resourceType, String resourceVersion, JsonObject resource) {
    if (world.has(Oddity.EXTRA_FIELDS)) {
      resource.addProperty("auto_renewal", true);
      resource.add("tier_mode", FakeJson.array(note(), note()));
    }
    String self = world.api + "/v1/notifications/webhooks-events/" + id;
    JsonObject event =
        FakeJson.object(
            "id",
            id,
            "create_time",
            createTime(),
            "resource_type",
            resourceType,
            "resource_version",
            resourceVersion.isEmpty() ? null : resourceVersion,
            "event_version",
            "1.0",
            "event_type",
            type,
            "summary",
            type.toLowerCase(Locale.ROOT).replace('.', ' '),
            "resource",
            resource,
            "links",
            FakeJson.array(
                FakeJson.link(self, "self", "GET"),
                FakeJson.link(self + "/resend", "resend", "POST")));
    String text = event.toString();
    FakeEvent told =
        new FakeEvent(
            id,
            type,
            world.now(),
            world.has(Oddity.ESCAPED_SLASHES) ? text.replace("/", "\\/") : text);
    world.books.events.put(told.key(), told);
    outlet.accept(told);
  }

  private String createTime() {
    String real = world.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    return world.has(Oddity.MONTH_19) ? real.substring(0, 5) + "19" + real.substring(7) : real;
  }

  private JsonObject note() {
    return FakeJson.object("note", "nobody asked for this");
  }

  private void later(Duration wait, Runnable work) {
    Instant at = world.now().plus(wait);
    world.timeline.plan(at, work);
  }
}
