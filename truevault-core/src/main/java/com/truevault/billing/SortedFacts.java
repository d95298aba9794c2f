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

  SortedFacts(List<Fact> facts) {
    Map<String, Fact> unique = new HashMap<>();
    for (Fact fact : facts) {
      unique.merge(identity(fact), fact, SortedFacts::truer);
      if (fact instanceof Sale sale && sale.state() == SaleState.PENDING) {
        undecided.add(sale);
      }
    }
    unique.values().forEach(this::sort);
    snapshots.sort(SNAPSHOTS);
    sales.sort(SALES);
    failures.sort(OLDEST);
    repayments.sort(OLDEST);
    disputes.sort(OLDEST);
    changes.sort(OLDEST);
    grants.sort(OLDEST);
    reviews.sort(OLDEST);
  }

  /** A sale is one thing, whatever became of it. */
  private static String identity(Fact fact) {
    return fact instanceof Sale sale ? "sale:" + sale.saleId() : fact.key();
  }

  private static Fact truer(Fact one, Fact other) {
    if (one instanceof Sale a && other instanceof Sale b && a.state() != b.state()) {
      return a.state().compareTo(b.state()) > 0 ? a : b;
    }
    return OLDEST.compare(one, other) <= 0 ? one : other;
  }

  /** Money that came counts from when it was sent. */
  private Sale sinceSent(Sale sale) {
    Sale earliest = sale;
    for (Sale waiting : undecided) {
      if (waiting.saleId().equals(sale.saleId()) && waiting.at().isBefore(earliest.at())) {
        earliest = waiting;
      }
    }
    return sale.state() != SaleState.COMPLETED || earliest == sale
        ? sale
        : new Sale(sale.saleId(), sale.state(), sale.gross(), earliest.at());
  }

  private void sort(Fact fact) {
    if (fact instanceof Sale sale) {
      sales.add(sinceSent(sale));
    } else if (fact instanceof Snapshot snapshot) {
      snapshots.add(snapshot);
    } else if (fact instanceof Failure failure) {
      failures.add(failure);
    } else if (fact instanceof Repayment repayment) {
      repayments.add(repayment);
    } else if (fact instanceof Grant grant) {
      grants.add(grant);
    } else if (fact instanceof Review review) {
      reviews.add(review);
    } else if (fact instanceof Reviewed done) {
      reviewed.put(done.about(), done);
    } else if (fact instanceof Dispute dispute) {
      disputes.add(dispute);
    } else if (fact instanceof Fact.ChangeAsked change) {
      changes.add(change);
    } else {
      sortSingle(fact);
    }
  }

  private void sortSingle(Fact fact) {
    if (fact instanceof Fact.Carried only) {
      carried = only;
    } else if (fact instanceof Fact.CancelAsked only) {
      cancelAsked = only;
    } else if (fact instanceof Fact.Superseded only) {
      superseded = only;
    } else if (fact instanceof Fact.Withdrawn only) {
      withdrawn = only;
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
