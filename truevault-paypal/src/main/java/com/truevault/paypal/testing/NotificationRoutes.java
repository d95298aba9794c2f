package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/** Webhooks, the events they were told, the check of a signature and the certificate. */
final class NotificationRoutes {
  static final String CERTIFICATES = "/v1/notifications/certs/";

  private final FakeWorld world;
  private final FakeDeliveries deliveries;
  private final FakeSigner signer;
  private final SignatureCheck check;

  NotificationRoutes(FakeWorld world, FakeDeliveries deliveries, FakeSigner signer) {
    this.world = world;
    this.deliveries = deliveries;
    this.signer = signer;
    check = new SignatureCheck(signer);
  }

  void define(FakeRoutes routes) {
    String webhooks = "/v1/notifications/webhooks";
    routes.on("POST", webhooks, this::register);
    routes.on("GET", webhooks, call -> list());
    routes.on("GET", webhooks + "/{}", (call, id) -> FakeAnswer.json(200, shown(webhook(id))));
    routes.on("PATCH", webhooks + "/{}", (call, id) -> patch(call, webhook(id)));
    routes.on("DELETE", webhooks + "/{}", (call, id) -> remove(id));
    routes.on("GET", "/v1/notifications/webhooks-events", this::events);
    routes.on("GET", "/v1/notifications/webhooks-events/{}", (call, id) -> event(id));
    routes.on("POST", "/v1/notifications/webhooks-events/{}/resend", this::resend);
    routes.on("POST", "/v1/notifications/verify-webhook-signature", this::verify);
    routes.on(
        "GET",
        CERTIFICATES + "{}",
        (call, id) -> FakeAnswer.of(200, "application/x-pem-file", signer.pem()));
  }

  private FakeAnswer register(FakeCall call) {
    JsonObject request = FakeJson.body(call);
    String url = FakeJson.text(request, "url");
    if (world.books.webhooks.values().stream().anyMatch(known -> known.url().equals(url))) {
      throw FakeProblemException.payment(
          400, "WEBHOOK_URL_ALREADY_EXISTS", "Webhook URL already exists");
    }
    FakeWebhook webhook =
        new FakeWebhook(world.ids.webhook(), url, types(request.get("event_types")));
    world.books.webhooks.put(webhook.id(), webhook);
    return FakeAnswer.json(201, shown(webhook));
  }

  private FakeAnswer list() {
    JsonArray all = new JsonArray();
    world.books.webhooks.values().forEach(webhook -> all.add(shown(webhook)));
    return FakeAnswer.json(200, FakeJson.object("webhooks", all));
  }

  private FakeAnswer patch(FakeCall call, FakeWebhook webhook) {
    FakeWebhook changed = webhook;
    for (JsonElement step : FakeJson.parse(call.text()).getAsJsonArray()) {
      JsonObject change = step.getAsJsonObject();
      changed =
          FakeJson.text(change, "path").equals("/url")
              ? new FakeWebhook(webhook.id(), FakeJson.text(change, "value"), changed.types())
              : new FakeWebhook(webhook.id(), changed.url(), types(change.get("value")));
    }
    world.books.webhooks.put(changed.id(), changed);
    return FakeAnswer.json(200, shown(changed));
  }

  private FakeAnswer remove(String id) {
    webhook(id);
    world.books.webhooks.remove(id);
    return FakeAnswer.empty(204);
  }

  private FakeAnswer events(FakeCall call) {
    return FakeAnswer.json(200, new EventSearch(world, call).page());
  }

  private FakeAnswer event(String id) {
    return FakeAnswer.json(200, FakeJson.parse(require(id).text()).getAsJsonObject());
  }

  private FakeAnswer resend(FakeCall call, String id) {
    FakeEvent event = require(id);
    JsonElement wanted = FakeJson.body(call).get("webhook_ids");
    for (FakeWebhook webhook : world.books.webhooks.values()) {
      if (wanted == null || wanted.getAsJsonArray().contains(new JsonPrimitive(webhook.id()))) {
        world.books.events.values().stream()
            .filter(one -> one.id().equals(id))
            .forEach(one -> deliveries.resend(webhook, one));
      }
    }
    return FakeAnswer.json(202, FakeJson.parse(event.text()).getAsJsonObject());
  }

  private FakeAnswer verify(FakeCall call) {
    JsonObject request = FakeJson.body(call);
    boolean genuine =
        world.books.webhooks.containsKey(FakeJson.text(request, "webhook_id"))
            && check.isGenuine(request, call.text());
    return FakeAnswer.json(
        200, FakeJson.object("verification_status", genuine ? "SUCCESS" : "FAILURE"));
  }

  private FakeEvent require(String id) {
    return world.books.events.values().stream()
        .filter(event -> event.id().equals(id))
        .findFirst()
        .orElseThrow(FakeProblemException::notFound);
  }

  private FakeWebhook webhook(String id) {
    return FakeBooks.require(world.books.webhooks, id);
  }

  private JsonObject shown(FakeWebhook webhook) {
    JsonArray types = new JsonArray();
    webhook.types().forEach(type -> types.add(FakeJson.object("name", type)));
    String self = world.api + "/v1/notifications/webhooks/" + webhook.id();
    return FakeJson.object(
        "id", webhook.id(),
        "url", webhook.url(),
        "event_types", types,
        "links",
            FakeJson.array(
                FakeJson.link(self, "self", "GET"),
                FakeJson.link(self, "update", "PATCH"),
                FakeJson.link(self, "delete", "DELETE")));
  }

  private static List<String> types(JsonElement list) {
    if (list == null || !list.isJsonArray()) {
      throw FakeProblemException.invalid("MISSING_REQUIRED_PARAMETER");
    }
    List<String> names = new ArrayList<>();
    list.getAsJsonArray().forEach(type -> names.add(FakeJson.text(type.getAsJsonObject(), "name")));
    return names;
  }
}
