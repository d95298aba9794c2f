package com.truevault.paypal.testing;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Moves money: from buyers, and back. */
final class FakePayments {
  private static final BigDecimal FEE_RATE = new BigDecimal("0.0349");
  private static final long FIXED_FEE = 49;

  private final FakeWorld world;
  private final FakeEvents events;

  FakePayments(FakeWorld world, FakeEvents events) {
    this.world = world;
    this.events = events;
  }

  FakeSale take(FakeSubscription subscription, Money gross, SaleState state) {
    FakeSale sale = sale(subscription, gross, state);
    world.books.sales.put(sale.id(), sale);
    if (state == SaleState.COMPLETED) {
      subscription.lastPaid = sale;
      subscription.changedAt = world.now();
    }
    events.sale(sale);
    return sale;
  }

  /** Notes a try that failed; nobody is told of it as a sale. */
  void decline(FakeSubscription subscription, Money gross) {
    world.books.declined.add(sale(subscription, gross, SaleState.DENIED));
  }

  private FakeSale sale(FakeSubscription subscription, Money gross, SaleState state) {
    return new FakeSale(
        world.ids.transaction(),
        "PAYID-" + world.ids.transaction(),
        subscription.id,
        gross,
        fee(gross),
        new Money(0, gross.currency()),
        state,
        false,
        world.now(),
        world.now());
  }

  void decide(String saleId, SaleState state) {
    FakeSale decided = FakeBooks.require(world.books.sales, saleId).as(state, world.now());
    world.books.sales.put(saleId, decided);
    if (state == SaleState.COMPLETED) {
      world.books.subscription(decided.subscription()).lastPaid = decided;
    }
    events.sale(decided);
  }

  /** Gives money back; the fee stays with PayPal. */
  FakeRefund giveBack(String saleId, RepaymentKind kind, Money amount, String reason) {
    FakeSale sale = FakeBooks.require(world.books.sales, saleId);
    if (sale.left() == 0) {
      throw FakeProblemException.payment(
          400, "TRANSACTION_ALREADY_REFUNDED", "This transaction has already been refunded");
    }
    if (!amount.currency().equals(sale.gross().currency())) {
      throw FakeProblemException.payment(
          400, "CURRENCY_MISMATCH", "The currency of the refund must be that of the sale");
    }
    if (amount.minor() <= 0 || amount.minor() > sale.left()) {
      throw FakeProblemException.payment(
          400, "REFUND_EXCEEDED_TRANSACTION_AMOUNT", "The refund exceeds what is left of the sale");
    }
    FakeRefund refund =
        new FakeRefund(world.ids.transaction(), saleId, kind, amount, reason, world.now());
    world.books.refunds.put(refund.id(), refund);
    world.books.sales.put(saleId, sale.repaid(amount, kind == RepaymentKind.REVERSAL, world.now()));
    events.repaid(refund);
    return refund;
  }

  private static Money fee(Money gross) {
    long share =
        BigDecimal.valueOf(gross.minor())
            .multiply(FEE_RATE)
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Money(Math.min(gross.minor(), share + FIXED_FEE), gross.currency());
  }
}
