package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;

/** Disputes, to be read only. */
final class DisputeRoutes {
  private final FakeWorld world;
  private final PaymentResources resources;

  DisputeRoutes(FakeWorld world) {
    this.world = world;
    resources = new PaymentResources(world);
  }

  void define(FakeRoutes routes) {
    routes.on("GET", "/v1/customer/disputes", this::list);
    routes.on("GET", "/v1/customer/disputes/{}", (call, id) -> dispute(id));
  }

  private FakeAnswer dispute(String id) {
    return FakeAnswer.json(200, resources.dispute(FakeBooks.require(world.books.disputes, id)));
  }

  private FakeAnswer list(FakeCall call) {
    JsonArray items = new JsonArray();
    for (FakeDispute dispute : world.books.disputes.values()) {
      if (isWanted(call, dispute)) {
        JsonObject item = resources.dispute(dispute);
        item.remove("disputed_transactions");
        item.remove("dispute_outcome");
        items.add(item);
      }
    }
    return FakeAnswer.json(
        200,
        FakeJson.object(
            "items",
            items.isEmpty() ? null : items,
            "links",
            FakeJson.array(FakeJson.link(world.api + call.path(), "self", "GET"))));
  }

  private static boolean isWanted(FakeCall call, FakeDispute dispute) {
    String sale = call.query().get("disputed_transaction_id");
    String opened = call.query().get("start_time");
    String changed = call.query().get("update_time_after");
    return (sale == null || sale.equals(dispute.sale()))
        && (opened == null || !dispute.openedAt().isBefore(moment(opened)))
        && (changed == null || !dispute.changedAt().isBefore(moment(changed)));
  }

  private static Instant moment(String text) {
    return SubscriptionRoutes.moment(text);
  }
}
