package com.truevault.webhook;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.FactStore;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStore;
import com.truevault.webhook.WebhookReader.About;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the subscription that a delivery is about. */
public final class DeliveryTargets {
  private final SubscriptionStore subscriptions;
  private final FactStore facts;

  /** Looks in the given stores. */
  public DeliveryTargets(SubscriptionStore subscriptions, FactStore facts) {
    this.subscriptions = subscriptions;
    this.facts = facts;
  }

  /**
   * The public id of the subscription; nothing if it is none of ours.
   *
   * @throws TrueVaultException NOT_FOUND if only a sale is named and it is not known yet: what was
   *     repaid may be heard of before what was paid
   */
  Optional<String> find(About about) {
    Optional<String> found =
        byGatewayId(about.subscription())
            .or(() -> byReference(about.reference()))
            .or(() -> bySale(about.saleId()));
    if (found.isEmpty()
        && about.subscription() == null
        && about.reference() == null
        && about.saleId() != null) {
      throw new TrueVaultException(
          ErrorKind.NOT_FOUND,
          "sale-unknown",
          "no subscription has the sale "
              + about.saleId()
              + "; look it up at the payment provider if it stays unknown");
    }
    return found;
  }

  private Optional<String> byGatewayId(@Nullable String id) {
    return id == null
        ? Optional.empty()
        : subscriptions.findByGatewayId(id).map(Subscription::publicId);
  }

  private Optional<String> byReference(@Nullable String reference) {
    return reference == null
        ? Optional.empty()
        : subscriptions.find(reference).map(Subscription::publicId);
  }

  private Optional<String> bySale(@Nullable String saleId) {
    return saleId == null ? Optional.empty() : facts.subscriptionOfSale(saleId);
  }
}
