package com.truevault.subscription;

import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Fact.Snapshot;
import com.truevault.billing.Fact.Superseded;
import com.truevault.billing.Subscription;
import com.truevault.outbox.Outgoing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Of several subscriptions of one user, the newest that runs takes the place of all others. */
record Supersession(Assessment assessment, BillingStores stores, Instant now) {

  /** Ends the others before this one's row says that it runs. */
  void ofOthers(Outgoing out, Dossier file, BillingState state) {
    if (!state.status().isLive()) {
      return;
    }
    List<Subscription> all = stores.subscriptions().ofUser(file.row().user());
    boolean isOlder = false;
    for (Subscription other : all) {
      if (other.publicId().equals(file.id())) {
        isOlder = true;
      } else if (isOlder && other.standing().status() != BillingStatus.ENDED) {
        Superseded fact = new Superseded(other.publicId(), since(file), file.id());
        assessment.take(out, other.publicId(), News.of(News.GATEWAY, fact));
      }
    }
  }

  /** When it began to run. */
  private Instant since(Dossier file) {
    Instant paid =
        file.of(Sale.class)
            .filter(sale -> sale.state() == SaleState.COMPLETED)
            .map(Sale::at)
            .min(Comparator.naturalOrder())
            .orElse(now);
    Instant shown =
        file.of(Snapshot.class).map(Snapshot::at).min(Comparator.naturalOrder()).orElse(now);
    return paid.isBefore(shown) ? paid : shown;
  }
}
