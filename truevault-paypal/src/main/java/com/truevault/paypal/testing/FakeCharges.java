package com.truevault.paypal.testing;

import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Charges buyers when it is due: three tries per cycle, five days apart. */
final class FakeCharges {
  private static final Duration BETWEEN_TRIES = Duration.ofDays(5);
  private static final int TRIES = 3;
  private static final LocalTime HOUR = LocalTime.of(10, 0);

  private final FakeWorld world;
  private final FakeEvents events;
  private final FakePayments payments;

  FakeCharges(FakeWorld world, FakeEvents events, FakePayments payments) {
    this.world = world;
    this.events = events;
    this.payments = payments;
  }

  /** Plans the charge of the cycle that is next. */
  void plan(FakeSubscription subscription) {
    Instant due = due(subscription);
    subscription.nextBilling = due;
    int schedule = ++subscription.schedule;
    Instant at = due.isBefore(world.now()) ? world.now() : due;
    world.timeline.plan(at, () -> attempt(subscription, schedule, due));
  }

  /** Goes on after a pause; if a charge was missed, the next usual hour makes up for it. */
  void resume(FakeSubscription subscription) {
    if (due(subscription).isBefore(world.now())) {
      Instant hour = world.now().atOffset(ZoneOffset.UTC).with(HOUR).toInstant();
      subscription.anchor = hour.isBefore(world.now()) ? hour.plus(Duration.ofDays(1)) : hour;
      subscription.cycle = 0;
    }
    plan(subscription);
  }

  /** A new count of cycles from the next charge on, for a plan with another rhythm. */
  void restart(FakeSubscription subscription) {
    if (subscription.nextBilling != null) {
      subscription.anchor = subscription.nextBilling;
      subscription.cycle = 0;
    }
  }

  private Instant due(FakeSubscription subscription) {
    if (subscription.cycle == 0) {
      return subscription.anchor;
    }
    return world
        .books
        .planOf(subscription)
        .cycleStart(subscription.anchor, subscription.cycle)
        .atOffset(ZoneOffset.UTC)
        .with(HOUR)
        .toInstant();
  }

  private void attempt(FakeSubscription subscription, int schedule, Instant due) {
    if (schedule != subscription.schedule || subscription.status != ProviderStatus.ACTIVE) {
      return;
    }
    ChargeOutcome outcome = subscription.outcome();
    Money amount = amount(subscription, due);
    switch (outcome.kind()) {
      case PAID -> {
        payments.take(subscription, amount, SaleState.COMPLETED);
        done(subscription);
      }
      case FAILED -> failed(subscription, schedule, due, amount, outcome.reason());
      case PENDING_THEN_PAID, PENDING_THEN_DENIED -> {
        FakeSale sale = payments.take(subscription, amount, SaleState.PENDING);
        SaleState end =
            outcome.kind() == ChargeOutcome.Kind.PENDING_THEN_PAID
                ? SaleState.COMPLETED
                : SaleState.DENIED;
        world.timeline.plan(
            world.now().plus(outcome.clearing()), () -> payments.decide(sale.id(), end));
        done(subscription);
      }
    }
  }

  private Money price(FakeSubscription subscription, Instant due) {
    return subscription.overriddenPrice == null
        ? world.books.planOf(subscription).priceFor(due, subscription.createdAt)
        : subscription.overriddenPrice;
  }

  private Money amount(FakeSubscription subscription, Instant due) {
    Money price = price(subscription, due);
    return world.books.planOf(subscription).billsOutstanding
        ? new Money(price.minor() + subscription.outstanding, price.currency())
        : price;
  }

  private void done(FakeSubscription subscription) {
    FakePlan plan = world.books.planOf(subscription);
    if (plan.billsOutstanding || world.has(Oddity.OUTSTANDING_AT_ONCE)) {
      subscription.outstanding = 0;
    }
    subscription.failures = 0;
    subscription.lastFailed = null;
    subscription.cyclesPaid++;
    nextCycle(subscription);
  }

  private void nextCycle(FakeSubscription subscription) {
    FakePlan plan = world.books.planOf(subscription);
    subscription.tries = 0;
    subscription.cycle++;
    if (plan.totalCycles > 0 && subscription.cycle >= plan.totalCycles) {
      subscription.nextBilling = null;
      subscription.become(ProviderStatus.EXPIRED, "", world.now());
      events.expired(subscription);
    } else {
      plan(subscription);
    }
  }

  private void failed(
      FakeSubscription subscription, int schedule, Instant due, Money amount, String reason) {
    subscription.tries++;
    boolean again = subscription.tries < TRIES;
    Instant retry = again ? world.now().plus(BETWEEN_TRIES) : null;
    payments.decline(subscription, amount);
    subscription.lastFailed = new FakeSubscription.Failed(world.now(), amount, reason, retry);
    subscription.changedAt = world.now();
    if (world.has(Oddity.OUTSTANDING_AT_ONCE) ? subscription.tries == 1 : !again) {
      subscription.outstanding += price(subscription, due).minor();
    }
    if (!again) {
      subscription.failures++;
    }
    events.failed(subscription);
    if (retry != null) {
      world.timeline.plan(retry, () -> attempt(subscription, schedule, due));
    } else {
      exhausted(subscription);
    }
  }

  /** One failure is counted; a threshold of nothing is never reached. */
  private void exhausted(FakeSubscription subscription) {
    FakePlan plan = world.books.planOf(subscription);
    if (plan.threshold > 0 && subscription.failures >= plan.threshold) {
      subscription.suspendedForGood = true;
      subscription.nextBilling = null;
      subscription.become(ProviderStatus.SUSPENDED, "", world.now());
      events.suspended(subscription);
    } else {
      nextCycle(subscription);
    }
  }
}
