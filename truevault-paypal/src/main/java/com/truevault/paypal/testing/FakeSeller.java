package com.truevault.paypal.testing;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import java.util.List;

/** What the seller, or PayPal on its own, does on PayPal's pages. */
public final class FakeSeller {
  private final FakePayPal fake;

  FakeSeller(FakePayPal fake) {
    this.fake = fake;
  }

  /** Registers a webhook for every kind of event; returns its id. */
  public String webhook(String url) {
    return fake.with(
        desk -> {
          FakeWebhook webhook = new FakeWebhook(desk.world.ids.webhook(), url, List.of("*"));
          desk.world.books.webhooks.put(webhook.id(), webhook);
          return webhook.id();
        });
  }

  /** Gives back a part of a sale. */
  public FakeRefund refund(String sale, Money amount) {
    return fake.with(
        desk -> desk.payments.giveBack(sale, RepaymentKind.REFUND, amount, "from the dashboard"));
  }

  /** The buyer's bank takes back what is left of a sale. */
  public FakeRefund reverse(String sale) {
    return fake.with(
        desk -> {
          FakeSale one = FakeBooks.require(desk.world.books.sales, sale);
          return desk.payments.giveBack(
              sale, RepaymentKind.REVERSAL, new Money(one.left(), one.gross().currency()), "");
        });
  }

  /** Pauses a subscription. */
  public void suspend(String subscription) {
    fake.with(
        desk -> {
          FakeSubscription one = desk.world.books.subscription(subscription);
          desk.agreements.suspend(one, "from the dashboard");
          return one;
        });
  }

  /** Changes what a plan costs: for new subscriptions at once, for others after the lock. */
  public void reprice(String plan, Money price) {
    fake.with(
        desk -> {
          FakePlan one = FakeBooks.require(desk.world.books.plans, plan);
          one.reprice(price, desk.world.now());
          return one;
        });
  }

  /** Takes a complaint from a question to a case. */
  public void escalate(String dispute) {
    fake.with(
        desk -> {
          desk.disputes.escalate(dispute);
          return dispute;
        });
  }

  /** Decides a complaint, with PayPal's code such as {@code RESOLVED_BUYER_FAVOUR}. */
  public void resolve(String dispute, String outcome) {
    fake.with(
        desk -> {
          desk.disputes.resolve(dispute, outcome);
          return dispute;
        });
  }
}
