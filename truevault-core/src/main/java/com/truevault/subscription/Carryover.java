package com.truevault.subscription;

import com.truevault.billing.BillingState;
import com.truevault.billing.Fact.Carried;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStore;
import com.truevault.billing.Terms;
import com.truevault.subscription.Projection.InForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms that hold while time that an earlier subscription paid is used up: never less than it
 * paid for.
 *
 * @param changesAt when they change with it; null if they do not
 */
record Carryover(InForce inForce, @Nullable Instant changesAt) {

  static Carryover of(
      Dossier file, BillingState state, SubscriptionStore subscriptions, Instant now) {
    Terms own = state.terms();
    String predecessor = file.row().standing().predecessor();
    Instant until =
        file.of(Carried.class)
            .map(Carried::until)
            .filter(end -> end.isAfter(now))
            .findFirst()
            .orElse(null);
    Subscription paid =
        predecessor == null || until == null
            ? null
            : subscriptions.find(predecessor).filter(row -> isMore(row, own)).orElse(null);
    return paid == null
        ? new Carryover(new InForce(own, state.nextTerms()), null)
        : new Carryover(new InForce(Dossier.terms(paid), own), until);
  }

  private static boolean isMore(Subscription paid, Terms own) {
    return paid.plan().compareTo(own.plan()) > 0;
  }
}
