package com.truevault.paypal.testing;

import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What becomes of subscriptions by what buyers and the seller decide. */
final class FakeAgreements {
  private static final Duration CONSENT_LIFE = Duration.ofDays(7);

  private final FakeWorld world;
  private final FakeEvents events;
  private final FakeCharges charges;
  private final FakePayments payments;

  FakeAgreements(FakeWorld world, FakeEvents events, FakeCharges charges, FakePayments payments) {
    this.world = world;
    this.events = events;
    this.charges = charges;
    this.payments = payments;
  }

  FakeSubscription open(FakeSubscription.Request request) {
    FakePlan plan = FakeBooks.require(world.books.plans, request.plan());
    if (!plan.status.equals("ACTIVE")) {
      throw FakeProblemException.refused("PLAN_STATUS_INVALID");
    }
    FakeSubscription opened =
        new FakeSubscription(world.ids.subscription(), world.ids.payer(), request, world.now());
    world.books.subscriptions.put(opened.id, opened);
    events.created(opened);
    return opened;
  }

  /** The subscription that waits for an answer to that token. */
  FakeSubscription askedBy(String token) {
    FakeSubscription asked = world.books.askedBy(token);
    if (asked == null) {
      throw FakeProblemException.notFound();
    }
    boolean late = world.now().isAfter(asked.changedAt.plus(CONSENT_LIFE));
    if (asked.consent.isDecided() || asked.status.isFinal() || late) {
      throw FakeProblemException.refused("TOKEN_EXPIRED");
    }
    return asked;
  }

  void approve(String token) {
    FakeSubscription asked = askedBy(token);
    String plan = asked.consent.plan();
    asked.consent = asked.consent.decided();
    if (asked.status == ProviderStatus.APPROVAL_PENDING) {
      asked.become(ProviderStatus.ACTIVE, "", world.now());
      if (asked.anchor.isBefore(world.now())) {
        asked.anchor = world.now();
      }
      events.activated(asked);
      charges.plan(asked);
    } else {
      change(asked, plan);
    }
  }

  /** Asks the buyer for another plan; until the answer the old one goes on. */
  void revise(FakeSubscription subscription, FakeSubscription.Consent consent) {
    demand(subscription, Set.of(ProviderStatus.ACTIVE));
    FakePlan from = world.books.planOf(subscription);
    FakePlan to = FakeBooks.require(world.books.plans, consent.plan());
    if (!to.product().equals(from.product())) {
      throw FakeProblemException.refused("PLAN_PRODUCT_NOT_COMPATIBLE");
    }
    if (!to.price().currency().equals(from.price().currency())) {
      throw FakeProblemException.refused("CURRENCY_MISMATCH");
    }
    subscription.consent = consent;
    subscription.changedAt = world.now();
  }

  void suspend(FakeSubscription subscription, String reason) {
    demand(subscription, Set.of(ProviderStatus.ACTIVE));
    subscription.nextBilling = null;
    subscription.become(ProviderStatus.SUSPENDED, reason, world.now());
    events.suspended(subscription);
  }

  void activate(FakeSubscription subscription, String reason) {
    demand(subscription, Set.of(ProviderStatus.SUSPENDED));
    if (subscription.suspendedForGood) {
      throw FakeProblemException.refused("SUBSCRIPTION_CANNOT_BE_ACTIVATED");
    }
    subscription.become(ProviderStatus.ACTIVE, reason, world.now());
    charges.resume(subscription);
    events.reactivated(subscription);
  }

  void cancel(FakeSubscription subscription, String reason) {
    demand(subscription, Set.of(ProviderStatus.ACTIVE, ProviderStatus.SUSPENDED));
    subscription.nextBilling = null;
    subscription.become(ProviderStatus.CANCELLED, reason, world.now());
    events.cancelled(subscription);
  }

  /** Collects what is outstanding; the answer may come before the money. */
  FakeSale capture(FakeSubscription subscription, Money amount, boolean later) {
    demand(
        subscription,
        Set.of(ProviderStatus.ACTIVE, ProviderStatus.SUSPENDED, ProviderStatus.EXPIRED));
    if (subscription.outstanding == 0) {
      throw FakeProblemException.refused("ZERO_OUTSTANDING_BALANCE");
    }
    if (!amount.currency().equals(world.books.planOf(subscription).price().currency())) {
      throw FakeProblemException.refused("CURRENCY_MISMATCH");
    }
    if (amount.minor() > subscription.outstanding) {
      throw FakeProblemException.refused("AMOUNT_GREATER_THAN_OUTSTANDING_BALANCE");
    }
    subscription.outstanding -= amount.minor();
    FakeSale sale =
        payments.take(subscription, amount, later ? SaleState.PENDING : SaleState.COMPLETED);
    if (later) {
      Instant decided = world.now().plus(Duration.ofHours(1));
      world.timeline.plan(decided, () -> payments.decide(sale.id(), SaleState.COMPLETED));
    }
    return sale;
  }

  private void change(FakeSubscription subscription, String plan) {
    FakePlan from = world.books.planOf(subscription);
    subscription.plan = plan;
    subscription.overriddenPrice = null;
    subscription.changedAt = world.now();
    FakePlan to = world.books.planOf(subscription);
    if (from.unit != to.unit || from.every != to.every) {
      charges.restart(subscription);
    }
    events.updated(subscription);
  }

  private static void demand(FakeSubscription subscription, Set<ProviderStatus> wanted) {
    if (!wanted.contains(subscription.status)) {
      throw FakeProblemException.refused("SUBSCRIPTION_STATUS_INVALID");
    }
  }
}
