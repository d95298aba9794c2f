package com.truevault.ledger;

import com.truevault.billing.Fact;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Subscription;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of a subscription, as far as it is to be booked.
 *
 * @param facts in any order
 * @param sold what a sale was for
 */
public record Account(Subscription subscription, List<Fact> facts, Function<Sale, Sold> sold) {
  /** What a review of a sale is about. */
  public static String about(String saleId) {
    return "sale:" + saleId;
  }

  /** The decision that takes money out of suspense. */
  public static final String ACCEPTED = "accepted";

  /** Copies the facts. */
  public Account {
    facts = List.copyOf(facts);
  }

  /** What became of each sale, by the time of the money. */
  List<Sale> sales() {
    Map<String, Sale> known = new TreeMap<>();
    of(Sale.class).forEach(sale -> known.merge(sale.saleId(), sale, Account::decided));
    return inOrder(known.values());
  }

  List<Repayment> repayments(String saleId) {
    return inOrder(
        of(Repayment.class).filter(repayment -> repayment.saleId().equals(saleId)).toList());
  }

  Stream<Fact.Fee> fees(String saleId) {
    return of(Fact.Fee.class).filter(fee -> fee.saleId().equals(saleId));
  }

  /** Whether a person was asked about the sale. */
  boolean isDoubted(String saleId) {
    return of(Fact.Review.class).anyMatch(review -> review.about().equals(about(saleId)));
  }

  /** Whether a person said that the sale is as good as agreed. */
  boolean isAccepted(String saleId) {
    return of(Fact.Reviewed.class)
        .anyMatch(
            reviewed ->
                reviewed.about().equals(about(saleId)) && reviewed.decision().equals(ACCEPTED));
  }

  <T extends Fact> Stream<T> of(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Sale decided(Sale one, Sale other) {
    return rank(one.state()) >= rank(other.state()) ? one : other;
  }

  private static int rank(SaleState state) {
    return switch (state) {
      case PENDING -> 0;
      case DENIED -> 1;
      case COMPLETED -> 2;
    };
  }

  private static <T extends Fact> List<T> inOrder(Collection<T> facts) {
    return facts.stream().sorted(Comparator.comparing(Fact::at).thenComparing(Fact::key)).toList();
  }
}
