package com.truevault.paypal;

import com.truevault.billing.Fact;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.ProviderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One reading of one subscription: what PayPal says of it, call by call. */
final class Reading {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final PayPalClient client;
  private final KnownPlans plans;
  private final Findings findings = new Findings();

  Reading(PayPalClient client, KnownPlans plans) {
    this.client = client;
    this.plans = plans;
  }

  PaymentGateway.Report read(String id, Instant since, Instant now) {
    Doc subscription = client.subscriptions().get(id);
    Fact.Snapshot snapshot = new SnapshotReading(plans, findings).read(id, subscription);
    if (snapshot.status() != ProviderStatus.APPROVAL_PENDING) {
      Instant made = SnapshotReading.createdAt(subscription);
      money(id, subscription, since.isBefore(made) ? made : since, now.plus(SECOND));
    }
    return new PaymentGateway.Report(
        snapshot, subscription.text("custom_id"), findings.facts(), findings.doubts());
  }

  private void money(String id, Doc subscription, Instant since, Instant until) {
    List<Doc> transactions = client.subscriptions().transactions(id, since, until);
    Doc lastFailure = subscription.object("billing_info").object("last_failed_payment");
    new TransactionReading(id, lastFailure, findings).read(transactions);
    Map<String, Doc> byId =
        transactions.stream()
            .collect(Collectors.toMap(each -> each.text("id"), Function.identity(), (a, b) -> b));
    for (Fact fact : findings.facts()) {
      if (fact instanceof Fact.Sale sale && sale.state() == Fact.SaleState.COMPLETED) {
        afterwards(sale, byId.getOrDefault(sale.saleId(), Doc.EMPTY).text("status"));
      }
    }
  }

  private void afterwards(Fact.Sale sale, String status) {
    if (status.equals("REFUNDED") || status.equals("PARTIALLY_REFUNDED")) {
      new RepaymentReading(client, findings).read(sale, status.equals("REFUNDED"));
    }
    new DisputeReading(client, findings).read(sale.saleId());
  }
}
