package com.truevault.paypal.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Products and plans. */
final class CatalogRoutes {
  private final FakeWorld world;
  private final FakeResources resources;

  CatalogRoutes(FakeWorld world) {
    this.world = world;
    resources = new FakeResources(world);
  }

  void define(FakeRoutes routes) {
    routes.on("POST", "/v1/catalogs/products", this::createProduct);
    routes.on("GET", "/v1/catalogs/products", this::listProducts);
    routes.on("GET", "/v1/catalogs/products/{}", (call, id) -> product(id));
    routes.on("POST", "/v1/billing/plans", this::createPlan);
    routes.on("GET", "/v1/billing/plans", this::listPlans);
    routes.on("GET", "/v1/billing/plans/{}", (call, id) -> shown(200, plan(id)));
    routes.on("PATCH", "/v1/billing/plans/{}", (call, id) -> patch(call, plan(id)));
    routes.on("POST", "/v1/billing/plans/{}/activate", (call, id) -> become(plan(id), "ACTIVE"));
    routes.on(
        "POST", "/v1/billing/plans/{}/deactivate", (call, id) -> become(plan(id), "INACTIVE"));
    routes.on(
        "POST",
        "/v1/billing/plans/{}/update-pricing-schemes",
        (call, id) -> reprice(call, plan(id)));
  }

  private FakeAnswer createProduct(FakeCall call) {
    JsonObject product = FakeJson.body(call);
    FakeJson.text(product, "name");
    FakeJson.text(product, "type");
    String wanted = FakeJson.textOrNull(product, "id");
    String id = wanted == null ? "PROD-" + world.ids.transaction() : wanted;
    if (world.books.products.containsKey(id)) {
      throw FakeProblemException.refused("DUPLICATE_RESOURCE_IDENTIFIER");
    }
    product.addProperty("id", id);
    product.addProperty("create_time", FakeJson.time(world.now()));
    product.addProperty("update_time", FakeJson.time(world.now()));
    product.add(
        "links",
        FakeJson.array(FakeJson.link(world.api + "/v1/catalogs/products/" + id, "self", "GET")));
    world.books.products.put(id, product);
    return FakeAnswer.json(201, product);
  }

  private FakeAnswer product(String id) {
    return FakeAnswer.json(200, FakeBooks.require(world.books.products, id));
  }

  private FakeAnswer listProducts(FakeCall call) {
    List<JsonObject> all = List.copyOf(world.books.products.values());
    return FakeAnswer.json(200, FakePages.page(call, "products", all));
  }

  private FakeAnswer createPlan(FakeCall call) {
    JsonObject request = FakeJson.body(call);
    FakeBooks.require(world.books.products, FakeJson.text(request, "product_id"));
    FakeJson.text(request, "name");
    FakePlan plan = new FakePlan(world.ids.plan(), request, world.now());
    world.books.plans.put(plan.id, plan);
    return shown(201, plan);
  }

  private FakeAnswer listPlans(FakeCall call) {
    String product = call.query().get("product_id");
    String ids = call.query().get("plan_ids");
    List<String> wanted = ids == null ? List.of() : Arrays.asList(ids.split(",", -1));
    List<JsonObject> plans =
        world.books.plans.values().stream()
            .filter(plan -> product == null || plan.product().equals(product))
            .filter(plan -> wanted.isEmpty() || wanted.contains(plan.id))
            .map(resources::plan)
            .toList();
    return FakeAnswer.json(200, FakePages.page(call, "plans", plans));
  }

  private FakeAnswer patch(FakeCall call, FakePlan plan) {
    for (JsonElement step : FakeJson.parse(call.text()).getAsJsonArray()) {
      JsonObject change = step.getAsJsonObject();
      if (!plan.status.equals("ACTIVE")) {
        throw FakeProblemException.refused("PLAN_STATUS_INVALID");
      }
      plan.created.add(FakeJson.text(change, "path").substring(1), change.get("value"));
    }
    return FakeAnswer.empty(204);
  }

  private static FakeAnswer become(FakePlan plan, String status) {
    plan.status = status;
    return FakeAnswer.empty(204);
  }

  private FakeAnswer reprice(FakeCall call, FakePlan plan) {
    JsonArray schemes = FakeJson.body(call).getAsJsonArray("pricing_schemes");
    JsonObject scheme = FakeJson.part(schemes.get(0).getAsJsonObject(), "pricing_scheme");
    plan.reprice(FakePlan.money(FakeJson.part(scheme, "fixed_price")), world.now());
    return FakeAnswer.empty(204);
  }

  private FakePlan plan(String id) {
    return FakeBooks.require(world.books.plans, id);
  }

  private FakeAnswer shown(int status, FakePlan plan) {
    return FakeAnswer.json(status, resources.plan(plan));
  }
}
