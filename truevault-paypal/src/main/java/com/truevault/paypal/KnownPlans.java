package com.truevault.paypal;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.GatewayPlan;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.billing.Terms;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which plans at PayPal stand for which terms, in the environment that is set now. */
final class KnownPlans {
  private final GatewayPlanStore store;
  private final Supplier<String> mode;

  KnownPlans(GatewayPlanStore store, Supplier<String> mode) {
    this.store = store;
    this.mode = mode;
  }

  /** The plan for exactly those terms, the one set up last if there are several. */
  String idOf(Terms terms) {
    List<String> ids =
        store.list(mode.get()).stream()
            .filter(plan -> plan.terms().equals(terms))
            .map(GatewayPlan::id)
            .toList();
    if (ids.isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "plan-not-set-up",
          "paypal has no plan for %s %s at %s in %s mode; run ./truevault admin paypal setup"
              .formatted(terms.plan(), terms.cycle(), terms.price(), mode.get()));
    }
    return ids.get(ids.size() - 1);
  }

  Optional<Terms> termsOf(String id) {
    return store.find(mode.get(), id).map(GatewayPlan::terms);
  }
}
