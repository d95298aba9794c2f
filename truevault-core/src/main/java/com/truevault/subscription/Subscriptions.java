package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.CancelAsked;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Fact.Withdrawn;
import com.truevault.billing.FactStore.Recorded;
import com.truevault.billing.Plans;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.billing.Terms;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.subscription.JobRunner.Desk;
import com.truevault.text.PlainText;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens, follows, ends and resumes subscriptions. Safe for use by many threads. */
public final class Subscriptions {
  /** The topic that tells of a change; its payload names {@code user}. */
  public static final String TOPIC = "subscription.changed";

  private static final int MAX_REASON = 500;

  private final BillingStores stores;
  private final Plans plans;
  private final Openings openings;
  private final Reconciliation reconciliation;
  private final Desk desk;

  Subscriptions(
      BillingStores stores,
      Plans plans,
      Openings openings,
      Reconciliation reconciliation,
      Desk desk) {
    this.stores = stores;
    this.plans = plans;
    this.openings = openings;
    this.reconciliation = reconciliation;
    this.desk = desk;
  }

  /**
   * Opens a subscription and says where the user approves it. It takes the place of one that is not
   * paid any more, and follows one that was cancelled.
   *
   * @throws SubscriptionLiveException if the user has one that is paid, or that the provider still
   *     tries to collect
   * @throws TrueVaultException NOT_FOUND if the user was erased, FORBIDDEN after a payment was
   *     taken back, until somebody has looked at it
   */
  public Started start(User user, Plan plan, BillingCycle cycle) {
    Terms terms = new Terms(plan, cycle, plans.offer(plan).price(cycle));
    List<Subscription> all = stores.subscriptions().ofUser(user.id());
    all.forEach(this::refuseAfterChargeback);
    Subscription before = running(all).orElse(null);
    if (before != null && before.status().isLive() && !isReplaceable(before)) {
      throw new SubscriptionLiveException();
    }
    return openings.open(user, terms, before);
  }

  /** Asks the provider how a subscription stands and follows it. */
  public Subscription refresh(String publicId) {
    return reconciliation.reconcile(publicId);
  }

  /** The subscription that counts for a user: the live one, else the newest. */
  public Optional<Subscription> current(User user) {
    List<Subscription> all = stores.subscriptions().ofUser(user.id());
    return running(all).or(() -> all.stream().findFirst());
  }

  /** What happened to a user's subscriptions, newest first. */
  public List<Recorded> history(User user) {
    return stores.subscriptions().ofUser(user.id()).stream()
        .flatMap(row -> history(row.publicId()).stream())
        .sorted(Comparator.comparing((Recorded known) -> known.fact().at()).reversed())
        .toList();
  }

  /** What happened to a subscription, in the order in which it was learned. */
  public List<Recorded> history(String publicId) {
    return stores.facts().of(publicId);
  }

  /** Where a subscription stands and why, by what is known. */
  public BillingState state(Subscription subscription) {
    return desk.assessment().state(desk.assessment().file(subscription));
  }

  /**
   * Ends the user's live subscription; what is paid stays usable. The provider is told at once.
   *
   * @throws TrueVaultException NOT_FOUND if there is none
   */
  public Subscription cancel(User user, String reason) {
    String line = PlainText.optionalLine("reason", reason, MAX_REASON);
    return desk.effects()
        .write(
            DataFile.BILLING,
            out -> {
              Subscription live = live(user);
              Fact asked = new CancelAsked(live.publicId(), desk.now(), line);
              return take(out, live, user, asked);
            });
  }

  /**
   * Goes on after a cancellation: a new subscription begins where what is paid ends, once the user
   * approves it.
   *
   * @throws TrueVaultException NOT_FOUND if nothing is cancelled that is still usable
   */
  public Started resume(User user) {
    Subscription cancelled =
        stores.subscriptions().ofUser(user.id()).stream()
            .filter(row -> row.standing().status() == BillingStatus.CANCEL_SCHEDULED)
            .findFirst()
            .orElseThrow(Missing::running);
    Terms terms =
        new Terms(
            cancelled.plan(),
            cancelled.cycle(),
            plans.offer(cancelled.plan()).price(cancelled.cycle()));
    return openings.open(user, terms, cancelled);
  }

  /**
   * Until when the user may withdraw from a subscription and get the money back; empty if that time
   * is over or never was.
   */
  public Optional<Instant> withdrawableUntil(Subscription subscription) {
    return desk.assessment()
        .file(subscription)
        .of(Sale.class)
        .filter(sale -> sale.state() == SaleState.COMPLETED)
        .map(Sale::at)
        .min(Comparator.naturalOrder())
        .map(paid -> paid.plus(desk.assessment().policy().withdrawal()))
        .filter(until -> until.isAfter(desk.now()))
        .filter(until -> subscription.standing().status() != BillingStatus.ENDED);
  }

  /**
   * Withdraws from the user's subscription: it ends now and all that was paid goes back.
   *
   * @throws TrueVaultException NOT_FOUND if there is none, CONFLICT if the legal period is over
   */
  public Subscription withdraw(User user) {
    return desk.effects()
        .write(
            DataFile.BILLING,
            out -> {
              Subscription running =
                  running(stores.subscriptions().ofUser(user.id())).orElseThrow(Missing::running);
              if (withdrawableUntil(running).isEmpty()) {
                throw new TrueVaultException(
                    ErrorKind.CONFLICT,
                    "withdrawal-over",
                    "the time to withdraw is over; cancel instead, and what is paid stays usable");
              }
              return take(out, running, user, new Withdrawn(running.publicId(), desk.now()));
            });
  }

  /** How many active subscriptions each plan has. */
  public Map<Plan, Long> activeByPlan() {
    return stores.subscriptions().activeByPlan();
  }

  private Subscription take(Outgoing out, Subscription row, User by, Fact fact) {
    News news = News.of(by.publicId(), fact);
    return desk.assessment().take(out, row.publicId(), news).subscription();
  }

  private Subscription live(User user) {
    return stores.subscriptions().ofUser(user.id()).stream()
        .filter(row -> row.status().isLive())
        .findFirst()
        .orElseThrow(Missing::running);
  }

  private static Optional<Subscription> running(List<Subscription> newestFirst) {
    return newestFirst.stream()
        .filter(row -> row.status().isLive())
        .findFirst()
        .or(
            () ->
                newestFirst.stream()
                    .filter(row -> row.standing().status() == BillingStatus.CANCEL_SCHEDULED)
                    .findFirst());
  }

  private boolean isReplaceable(Subscription live) {
    BillingState state = state(live);
    BillingState.Dunning dunning = state.dunning();
    return state.status() == BillingStatus.SUSPENDED
        || (dunning != null && dunning.retriesExhausted());
  }

  private void refuseAfterChargeback(Subscription row) {
    if (row.standing().endReason() != EndReason.CHARGEBACK) {
      return;
    }
    boolean isOpen =
        state(row).doubts().stream().anyMatch(doubt -> doubt.about().startsWith("chargeback:"));
    if (isOpen) {
      throw new TrueVaultException(
          ErrorKind.FORBIDDEN,
          "payment-taken-back",
          "an earlier payment was taken back; please write to support before subscribing again");
    }
  }

  /** A subscription waiting for approval. */
  public record Started(Subscription subscription, String approvalUrl) {}
}
