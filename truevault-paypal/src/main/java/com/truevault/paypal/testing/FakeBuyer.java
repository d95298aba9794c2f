package com.truevault.paypal.testing;

import com.truevault.billing.ProviderStatus;
import java.util.Collections;
import java.util.List;

/** What buyers do at PayPal. */
public final class FakeBuyer {
  private final FakePayPal fake;

  FakeBuyer(FakePayPal fake) {
    this.fake = fake;
  }

  /**
   * Says yes to whatever the subscription asks: its beginning, or another plan.
   *
   * @return whether there still was something to answer
   */
  public boolean approve(String subscription) {
    return fake.with(
        desk -> {
          try {
            desk.agreements.approve(desk.world.books.subscription(subscription).consent.token());
            return true;
          } catch (FakeProblemException e) {
            return false;
          }
        });
  }

  /** Ends a subscription on PayPal's own pages; nothing happens if it cannot be ended. */
  public void cancel(String subscription) {
    fake.with(
        desk -> {
          FakeSubscription one = desk.world.books.subscription(subscription);
          if (one.status == ProviderStatus.ACTIVE || one.status == ProviderStatus.SUSPENDED) {
            desk.agreements.cancel(one, "");
          }
          return one;
        });
  }

  /** Lets that many of the next attempts to charge fail, with PayPal's code. */
  public void failNext(String subscription, int attempts, String reason) {
    script(subscription, Collections.nCopies(attempts, ChargeOutcome.failed(reason)));
  }

  /** How the next attempts to charge end, one after the other, after those scripted before. */
  public void script(String subscription, List<ChargeOutcome> outcomes) {
    fake.with(
        desk -> {
          FakeSubscription one = desk.world.books.subscription(subscription);
          one.script(outcomes);
          return one;
        });
  }

  /** How all attempts to charge end that are not scripted; paid, unless this says otherwise. */
  public void always(String subscription, ChargeOutcome outcome) {
    fake.with(
        desk -> {
          FakeSubscription one = desk.world.books.subscription(subscription);
          one.otherwise(outcome);
          return one;
        });
  }

  /** Complains about a sale, with PayPal's code such as {@code UNAUTHORISED}. */
  public FakeDispute dispute(String sale, String reason) {
    return fake.with(desk -> desk.disputes.open(sale, reason));
  }
}
