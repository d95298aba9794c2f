package com.truevault.paypal;

import java.util.List;
import java.util.Map;

/** Disputes at PayPal. */
public final class DisputeCalls {
  private static final String DISPUTES = "/v1/customer/disputes";

  private final PayPalClient client;

  DisputeCalls(PayPalClient client) {
    this.client = client;
  }

  /** The disputes about a sale, in short. */
  public List<Doc> about(String saleId) {
    return client
        .call(Ask.get(DISPUTES, Map.of("disputed_transaction_id", saleId)))
        .body()
        .list("items");
  }

  /** A dispute with all it says. */
  public Doc dispute(String id) {
    return client.call(Ask.get(DISPUTES + "/" + Ask.id(id), Map.of())).body();
  }
}
