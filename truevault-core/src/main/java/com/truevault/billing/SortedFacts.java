package com.truevault.billing;

import com.truevault.billing.Fact.Dispute;
import com.truevault.billing.Fact.Failure;
import com.truevault.billing.Fact.Grant;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.Reviewed;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Fact.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts by kind, each once and oldest first: from here on, no order of arrival is left. */
final class SortedFacts {
  private static final Comparator<Snapshot> SNAPSHOTS =
      Comparator.comparing(Snapshot::at)
          .thenComparing(Snapshot::nextBilling, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Snapshot::status)
          .thenComparing(Snapshot::failedPayments)
          .thenComparing(Snapshot::toString);
  private static final Comparator<Sale> SALES =
      Comparator.comparing(Sale::at).thenComparing(Sale::saleId);
  private static final Comparator<Fact> OLDEST =
      Comparator.comparing(Fact::at).thenComparing(Fact::toString);

  private final Map<String, Sale> saleById = new HashMap<>();
  private final Map<String, Repayment> repaymentById = new HashMap<>();
  private final Map<String, Grant> grantById = new HashMap<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<Sale> sales = new ArrayList<>();
  private final List<Sale> undecided = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Repayment> repayments = new ArrayList<>();
  private final List<Dispute> disputes = new ArrayList<>();
  private final List<Fact.ChangeAsked> changes = new ArrayList<>();
  private final List<Grant> grants = new ArrayList<>();
  private final List<Review> reviews = new ArrayList<>();
  private final Map<String, Reviewed> reviewed = new HashMap<>();
  private Fact.@Nullable CancelAsked cancelAsked;
  private Fact.@Nullable Withdrawn withdrawn;
  private Fact.@Nullable Superseded superseded;
  private Fact.@Nullable Carried carried;

  /** Only what is added up has to be told apart here; of the rest, one says as much as two. */
  SortedFacts(List<Fact> facts) {
    for (Fact fact : facts) {
      sort(fact);
    }
    for (Sale sale : saleById.values()) {
      sales.add(undecided.isEmpty() ? sale : sinceSent(sale));
    }
    repayments.addAll(repaymentById.values());
    grants.addAll(grantById.values());
    snapshots.sort(SNAPSHOTS);
    sales.sort(SALES);
    failures.sort(OLDEST);
    repayments.sort(OLDEST);
    disputes.sort(OLDEST);
    changes.sort(OLDEST);
    grants.sort(OLDEST);
    reviews.sort(OLDEST);
  }

  private static Sale truer(Sale one, Sale other) {
    int order = one.state().compareTo(other.state());
    return order == 0 ? older(one, other) : order > 0 ? one : other;
  }

  private static <F extends Fact> F older(@Nullable F one, F other) {
    return one == null || OLDEST.compare(one, other) > 0 ? other : one;
  }

  /** Money that came counts from when it was sent. */
  private Sale sinceSent(Sale sale) {
    Sale earliest = sale;
    for (Sale waiting : undecided) {
      if (waiting.saleId().equals(sale.saleId()) && waiting.at().isBefore(earliest.at())) {
        earliest = waiting;
      }
    }
    return sale.state() != SaleState.COMPLETED || earliest.equals(sale)
        ? sale
        : new Sale(sale.saleId(), sale.state(), sale.gross(), earliest.at());
  }

  private void sort(Fact fact) {
    if (fact instanceof Sale sale) {
      saleById.merge(sale.saleId(), sale, SortedFacts::truer);
      if (sale.state() == SaleState.PENDING) {
        undecided.add(sale);
      }
    } else if (fact instanceof Snapshot snapshot) {
      snapshots.add(snapshot);
    } else if (fact instanceof Failure failure) {
      failures.add(failure);
    } else if (fact instanceof Repayment repayment) {
      repaymentById.merge(repayment.id(), repayment, SortedFacts::older);
    } else if (fact instanceof Grant grant) {
      grantById.merge(grant.id(), grant, SortedFacts::older);
    } else if (fact instanceof Dispute dispute) {
      disputes.add(dispute);
    } else if (fact instanceof Fact.ChangeAsked change) {
      changes.add(change);
    } else if (fact instanceof Review review) {
      reviews.add(review);
    } else if (fact instanceof Reviewed done) {
      reviewed.merge(done.about(), done, SortedFacts::older);
    } else {
      sortSingle(fact);
    }
  }

  private void sortSingle(Fact fact) {
    if (fact instanceof Fact.Carried only) {
      carried = older(carried, only);
    } else if (fact instanceof Fact.CancelAsked only) {
      cancelAsked = older(cancelAsked, only);
    } else if (fact instanceof Fact.Superseded only) {
      superseded = older(superseded, only);
    } else if (fact instanceof Fact.Withdrawn only) {
      withdrawn = older(withdrawn, only);
    }
  }

  List<Snapshot> snapshots() {
    return snapshots;
  }

  /** One for each sale, as far as it got. */
  List<Sale> sales() {
    return sales;
  }

  List<Failure> failures() {
    return failures;
  }

  List<Repayment> repayments() {
    return repayments;
  }

  List<Dispute> disputes() {
    return disputes;
  }

  List<Fact.ChangeAsked> changes() {
    return changes;
  }

  List<Grant> grants() {
    return grants;
  }

  List<Review> reviews() {
    return reviews;
  }

  @Nullable Reviewed reviewed(String about) {
    return reviewed.get(about);
  }

  Fact.@Nullable CancelAsked cancelAsked() {
    return cancelAsked;
  }

  Fact.@Nullable Withdrawn withdrawn() {
    return withdrawn;
  }

  Fact.@Nullable Superseded superseded() {
    return superseded;
  }

  Fact.@Nullable Carried carried() {
    return carried;
  }

  /** When a sale was given back to the last cent; null if it was not. */
  @Nullable Instant fullyRepaid(Sale sale) {
    long left = sale.gross().minor();
    for (Repayment repayment : repayments) {
      if (repayment.saleId().equals(sale.saleId())
          && repayment.amount().currency().equals(sale.gross().currency())) {
        left -= repayment.amount().minor();
        if (left <= 0) {
          return repayment.at();
        }
      }
    }
    return null;
  }

  /** Payments that once waited for a decision, decided or not, each as often as it was told. */
  List<Sale> undecided() {
    return undecided;
  }

  /** When a sale was refused; null if it was not. */
  @Nullable Instant deniedAt(String saleId) {
    for (Sale sale : sales) {
      if (sale.saleId().equals(saleId) && sale.state() == SaleState.DENIED) {
        return sale.at();
      }
    }
    return null;
  }
}
