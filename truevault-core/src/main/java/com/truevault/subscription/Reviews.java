package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.Reviewed;
import com.truevault.billing.FactStore.Recorded;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Account;
import com.truevault.store.DataFile;
import com.truevault.subscription.JobRunner.Desk;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is not understood and waits for a person: nothing harmful happens by itself until then. Safe
 * for use by many threads.
 */
public final class Reviews {
  private static final int MOST = 500;
  private static final String SALE = "sale:";

  private final BillingStores stores;
  private final Refunds refunds;
  private final Desk desk;

  Reviews(BillingStores stores, Refunds refunds, Desk desk) {
    this.stores = stores;
    this.refunds = refunds;
    this.desk = desk;
  }

  /** What a person may decide. */
  public enum Decision {
    /** The money counts as if it had been agreed to. */
    ACCEPT,
    /** The money goes back. */
    REFUND,
    /** Nothing is to be done. */
    DISMISS
  }

  /** What waits, oldest first, of at most {@value MOST} subscriptions. */
  public List<Review> open() {
    return stores.subscriptions().inReview(MOST).stream()
        .flatMap(row -> of(row.publicId()).stream())
        .sorted(Comparator.comparing(Review::at))
        .toList();
  }

  /** What waits about one subscription, oldest first. */
  public List<Review> of(String subscription) {
    List<Fact> facts = stores.facts().of(subscription).stream().map(Recorded::fact).toList();
    List<String> decided =
        facts.stream()
            .filter(Reviewed.class::isInstance)
            .map(fact -> ((Reviewed) fact).about())
            .toList();
    return facts.stream()
        .filter(Review.class::isInstance)
        .map(Review.class::cast)
        .filter(review -> !decided.contains(review.about()))
        .sorted(Comparator.comparing(Review::at))
        .toList();
  }

  /** Whether a decision is about money that can be accepted or given back. */
  public static boolean isAboutMoney(Review review) {
    return review.about().startsWith(SALE);
  }

  /**
   * Decides.
   *
   * @param actor who decides, for the audit log
   * @param about what it is about, as {@link Review#about()} says
   * @return the subscription as it is now
   * @throws TrueVaultException NOT_FOUND if nothing of the kind waits, CONFLICT if there is no
   *     money to accept or give back
   */
  public Subscription resolve(String actor, String subscription, String about, Decision decision) {
    return desk.effects()
        .write(
            DataFile.BILLING,
            out -> {
              Review review = waiting(subscription, about);
              if (decision != Decision.DISMISS && !isAboutMoney(review)) {
                throw new TrueVaultException(
                    ErrorKind.CONFLICT, "review-without-money", "this is not about a payment");
              }
              String word = decision == Decision.ACCEPT ? Account.ACCEPTED : word(decision);
              Fact reviewed = new Reviewed(subscription, about, desk.now(), actor, word);
              AuditLog.note(
                  out, actor, "subscription.reviewed", subscription, Map.of("decision", word));
              Subscription now =
                  desk.assessment()
                      .take(out, subscription, News.of(actor, reviewed))
                      .subscription();
              if (decision == Decision.REFUND) {
                String saleId = about.substring(SALE.length());
                refunds.orderAll(out, actor, saleId, "not as agreed");
              }
              return now;
            });
  }

  private Review waiting(String subscription, String about) {
    return of(subscription).stream()
        .filter(review -> review.about().equals(about))
        .findFirst()
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND,
                    "review-not-found",
                    "nothing of the kind waits; it may have been decided"));
  }

  private static String word(Decision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }
}
