package com.truevault.paypal;

import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Terms;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot of PayPal's description of a subscription. */
final class SnapshotReading {
  private final KnownPlans plans;
  private final Findings findings;

  SnapshotReading(KnownPlans plans, Findings findings) {
    this.plans = plans;
    this.findings = findings;
  }

  Fact.Snapshot read(String id, Doc subscription) {
    Doc billing = subscription.object("billing_info");
    return new Fact.Snapshot(
        id,
        knownStatus(subscription.text("status")),
        changedAt(subscription),
        terms(subscription),
        subscription.text("plan_id"),
        startsAt(subscription),
        billing.time("next_billing_time"),
        outstanding(billing),
        billing.number("failed_payments_count"));
  }

  /** When PayPal made it; the epoch if PayPal does not say. */
  static Instant createdAt(Doc subscription) {
    return Objects.requireNonNullElse(subscription.time("create_time"), Instant.EPOCH);
  }

  private static Instant startsAt(Doc subscription) {
    return Objects.requireNonNullElse(subscription.time("start_time"), createdAt(subscription));
  }

  private static Instant changedAt(Doc subscription) {
    return Stream.of("status_update_time", "update_time", "create_time")
        .map(subscription::time)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** The status of that word. */
  static ProviderStatus status(String word) {
    return Arrays.stream(ProviderStatus.values())
        .filter(status -> status.name().equals(word))
        .findFirst()
        .orElse(ProviderStatus.UNKNOWN);
  }

  private ProviderStatus knownStatus(String word) {
    ProviderStatus status = status(word);
    if (status == ProviderStatus.UNKNOWN) {
      findings.doubt("paypal says the status \"" + word + "\", which is not known here");
    }
    return status;
  }

  private @Nullable Terms terms(Doc subscription) {
    String id = subscription.text("plan_id");
    Terms known = plans.termsOf(id).orElse(null);
    if (known == null) {
      findings.doubt("the plan " + id + " at paypal is none that was set up here");
      return null;
    }
    return isChargedOtherwise(id, known, subscription.object("plan")) ? null : known;
  }

  /** Prices of a plan can be changed there, for all who have it or for one subscription. */
  private boolean isChargedOtherwise(String id, Terms known, Doc plan) {
    try {
      Money price = regularPrice(plan);
      if (price == null || price.equals(known.price())) {
        return false;
      }
      findings.doubt(
          "paypal charges %s for the plan %s, and %s was agreed"
              .formatted(price, id, known.price()));
    } catch (DoubtfulException e) {
      findings.doubt("the price of the plan " + id + ": " + e.text());
    }
    return true;
  }

  static @Nullable Money regularPrice(Doc plan) {
    Doc regular =
        plan.list("billing_cycles").stream()
            .filter(cycle -> cycle.text("tenure_type").equals("REGULAR"))
            .findFirst()
            .orElse(Doc.EMPTY);
    return regular.object("pricing_scheme").money("fixed_price");
  }

  private @Nullable Money outstanding(Doc billing) {
    try {
      return billing.money("outstanding_balance");
    } catch (DoubtfulException e) {
      findings.doubt("what is outstanding: " + e.text());
      return null;
    }
  }
}
