package com.truevault.paypal.testing;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import java.time.Duration;

/** Complaints of buyers, from the first word to the decision. */
final class FakeDisputes {
  /** An inquiry that nobody takes further is closed by then. */
  private static final Duration INQUIRY_LIFE = Duration.ofDays(20);

  private final FakeWorld world;
  private final FakeEvents events;
  private final FakePayments payments;

  FakeDisputes(FakeWorld world, FakeEvents events, FakePayments payments) {
    this.world = world;
    this.events = events;
    this.payments = payments;
  }

  FakeDispute open(String saleId, String reason) {
    FakeBooks.require(world.books.sales, saleId);
    FakeDispute dispute =
        new FakeDispute(
            world.ids.dispute(),
            saleId,
            reason,
            reason.equals("UNAUTHORISED") ? "CHARGEBACK" : "INQUIRY",
            "",
            world.now(),
            world.now());
    world.books.disputes.put(dispute.id(), dispute);
    events.dispute(dispute, "CREATED");
    world.timeline.plan(world.now().plus(INQUIRY_LIFE), () -> forget(dispute.id()));
    return dispute;
  }

  void escalate(String id) {
    FakeDispute dispute = FakeBooks.require(world.books.disputes, id);
    if (dispute.isOpen() && dispute.stage().equals("INQUIRY")) {
      move(dispute, "CHARGEBACK", "", "UPDATED");
    }
  }

  /** Decides; if it is for the buyer, what is left of the money goes back. */
  void resolve(String id, String outcome) {
    FakeDispute dispute = FakeBooks.require(world.books.disputes, id);
    if (!dispute.isOpen()) {
      return;
    }
    FakeSale sale = FakeBooks.require(world.books.sales, dispute.sale());
    if (outcome.equals("RESOLVED_BUYER_FAVOUR") && sale.left() > 0) {
      payments.giveBack(
          sale.id(), RepaymentKind.REVERSAL, new Money(sale.left(), sale.gross().currency()), "");
    }
    move(dispute, dispute.stage(), outcome, "RESOLVED");
  }

  private void forget(String id) {
    FakeDispute dispute = FakeBooks.require(world.books.disputes, id);
    if (dispute.isOpen() && dispute.stage().equals("INQUIRY")) {
      move(dispute, dispute.stage(), "CANCELED_BY_BUYER", "RESOLVED");
    }
  }

  private void move(FakeDispute dispute, String stage, String outcome, String step) {
    FakeDispute moved = dispute.at(stage, outcome, world.now());
    world.books.disputes.put(moved.id(), moved);
    events.dispute(moved, step);
  }
}
