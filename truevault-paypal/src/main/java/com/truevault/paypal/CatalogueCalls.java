package com.truevault.paypal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Products and plans at PayPal. */
public final class CatalogueCalls {
  private static final String PRODUCTS = "/v1/catalogs/products";
  private static final String PLANS = "/v1/billing/plans";
  private static final int PAGE = 20;

  private final PayPalClient client;

  CatalogueCalls(PayPalClient client) {
    this.client = client;
  }

  /** The product of that id. */
  public Optional<Doc> product(String id) {
    try {
      return Optional.of(client.call(Ask.get(PRODUCTS + "/" + Ask.id(id), Map.of())).body());
    } catch (PayPalException e) {
      if (e.code().equals(Refusals.UNKNOWN)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Creates a product. */
  public Doc createProduct(String requestId, Doc product) {
    return client.call(Ask.post(PRODUCTS, product).once(requestId)).body();
  }

  /** The ids of all plans of a product. */
  public List<String> planIds(String product) {
    List<String> ids = new ArrayList<>();
    List<Doc> page;
    int number = 1;
    do {
      page = page(product, number);
      page.forEach(plan -> ids.add(plan.text("id")));
      number++;
    } while (page.size() == PAGE);
    return ids;
  }

  /** A plan with all it says. */
  public Doc plan(String id) {
    return client.call(Ask.get(PLANS + "/" + Ask.id(id), Map.of())).body();
  }

  /** Creates a plan. */
  public Doc createPlan(String requestId, Doc plan) {
    return client.call(Ask.post(PLANS, plan).once(requestId)).body();
  }

  /** Lets a plan be subscribed to. */
  public void activatePlan(String id) {
    client.call(Ask.post(PLANS + "/" + Ask.id(id) + "/activate", Doc.EMPTY));
  }

  /** Lets a plan not be subscribed to any more; those who did go on. */
  public void deactivatePlan(String id) {
    client.call(Ask.post(PLANS + "/" + Ask.id(id) + "/deactivate", Doc.EMPTY));
  }

  private List<Doc> page(String product, int number) {
    return client
        .call(
            Ask.get(
                PLANS,
                Map.of(
                    "product_id",
                    product,
                    "page_size",
                    Integer.toString(PAGE),
                    "page",
                    Integer.toString(number))))
        .body()
        .list("plans");
  }
}
