package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.billing.Money;
import com.truevault.billing.PaymentGateway.RefundOrder;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.subscription.JobRunner.Desk;
import com.truevault.text.PlainText;
import java.util.List;
import java.util.Map;

/** Money that administrators give back. Safe for use by many threads. */
public final class Refunds {
  private static final int MAX_REASON = 120;

  private final BillingStores stores;
  private final Desk desk;

  Refunds(BillingStores stores, Desk desk) {
    this.stores = stores;
    this.desk = desk;
  }

  /**
   * Orders money of a sale to be given back. It is booked once the provider confirms it; giving
   * back all of the current period ends the subscription.
   *
   * @param actor who gives it, for the audit log
   * @param amount more than nothing, at most what is left of the sale and not ordered already
   * @param reason one line for the customer
   * @throws TrueVaultException NOT_FOUND if nothing was paid by that sale, CONFLICT if the amount
   *     is more than is left, INVALID if it or the reason is no such thing
   */
  public void give(String actor, String saleId, Money amount, String reason) {
    String line = PlainText.line("reason", reason, MAX_REASON);
    desk.effects()
        .run(
            DataFile.BILLING,
            out -> {
              Payment payment = paid(saleId);
              demandLeft(payment, amount);
              order(out, actor, payment, amount, line);
            });
  }

  /** What can still be given back of a payment. */
  public Money left(Payment payment) {
    Money ordered =
        orders(payment).stream()
            .filter(job -> job.state() != JobState.DONE)
            .map(job -> Jobs.order(job).amount())
            .reduce(payment.amount().times(0), Money::plus);
    return payment.amount().minus(payment.repaid()).minus(ordered);
  }

  /** Orders what is left of a payment, in the running transaction. */
  void orderAll(Outgoing out, String actor, String saleId, String reason) {
    Payment payment = paid(saleId);
    Money left = left(payment);
    if (left.minor() > 0) {
      order(out, actor, payment, left, reason);
    }
  }

  private void order(Outgoing out, String actor, Payment payment, Money amount, String reason) {
    // Number 1 is what a withdrawal or a second charge gives back by itself.
    String requestId = "tv-refund-" + payment.saleId() + "-" + (orders(payment).size() + 2);
    RefundOrder order = new RefundOrder(requestId, payment.saleId(), amount, reason);
    stores.jobs().add(Jobs.refund(payment.subscription(), order, desk.now()), desk.now());
    AuditLog.note(
        out,
        actor,
        "payment.refunded",
        payment.saleId(),
        Map.of("amount", amount.toString(), "reason", reason));
  }

  private List<Job> orders(Payment payment) {
    return stores.jobs().of(payment.subscription()).stream()
        .filter(job -> job.kind() == JobKind.REFUND)
        .filter(job -> Jobs.order(job).saleId().equals(payment.saleId()))
        .toList();
  }

  private void demandLeft(Payment payment, Money amount) {
    if (amount.minor() <= 0 || !amount.currency().equals(payment.amount().currency())) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "refund-invalid",
          "the amount must be more than nothing, in "
              + payment.amount().currency().getCurrencyCode()
              + ", not "
              + amount);
    }
    Money left = left(payment);
    if (amount.minor() > left.minor()) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "refund-too-large",
          "only " + left + " of this payment is left; give back at most that");
    }
  }

  private Payment paid(String saleId) {
    return stores
        .books()
        .payments()
        .find(saleId)
        .filter(
            payment ->
                payment.status() == PaymentStatus.COMPLETED
                    || payment.status() == PaymentStatus.REFUNDED)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "payment-not-found", "nothing was paid by this sale"));
  }
}
