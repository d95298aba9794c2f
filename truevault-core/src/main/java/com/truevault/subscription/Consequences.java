package com.truevault.subscription;

import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact.Carried;
import com.truevault.billing.Fact.Dispute;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Fact.Superseded;
import com.truevault.billing.Money;
import com.truevault.billing.PaymentGateway.RefundOrder;
import com.truevault.billing.ProviderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What has to be done at the provider because of where a subscription stands. */
record Consequences(BillingStores stores, Instant now) {

  void follow(Dossier file, BillingState state) {
    if (isToEnd(file, state) && file.row().gatewayId() != null && !file.isFinalAtProvider()) {
      stores.jobs().add(Jobs.cancel(file.id(), isApproved(file), state.rule(), now), now);
    }
    if (state.endReason() == EndReason.SUPERSEDED) {
      file.of(Sale.class)
          .filter(sale -> sale.state() == SaleState.COMPLETED && isSurplus(file, sale))
          .forEach(sale -> giveBack(file, sale, "paid twice: another subscription took over"));
    }
    if (state.endReason() == EndReason.WITHDRAWN) {
      file.of(Sale.class)
          .filter(sale -> sale.state() == SaleState.COMPLETED)
          .forEach(sale -> giveBack(file, sale, "withdrawal"));
    }
  }

  private static boolean isToEnd(Dossier file, BillingState state) {
    return state.status() == BillingStatus.ENDED
        || state.status() == BillingStatus.CANCEL_SCHEDULED
        || file.of(Dispute.class)
            .anyMatch(dispute -> dispute.reason().equals("CANCELED_RECURRING_BILLING"));
  }

  static boolean isApproved(Dossier file) {
    return file.snapshot()
        .filter(
            known ->
                known.status() != ProviderStatus.APPROVAL_PENDING
                    && known.status() != ProviderStatus.APPROVED)
        .isPresent();
  }

  /** Paid after another one took over, or on the same day without that being carried over. */
  private boolean isSurplus(Dossier file, Sale sale) {
    return file.of(Superseded.class)
        .anyMatch(
            fact ->
                sale.at().isAfter(fact.at())
                    || (day(sale.at()).equals(day(fact.at())) && !isCarried(fact.by())));
  }

  private boolean isCarried(String successor) {
    return stores.facts().of(successor).stream().anyMatch(r -> r.fact() instanceof Carried);
  }

  private void giveBack(Dossier file, Sale sale, String reason) {
    Money repaid =
        file.of(Repayment.class)
            .filter(repayment -> repayment.saleId().equals(sale.saleId()))
            .filter(r -> r.amount().currency().equals(sale.gross().currency()))
            .map(Repayment::amount)
            .reduce(sale.gross().times(0), Money::plus);
    Money left = sale.gross().minus(repaid).minus(ordered(file, sale));
    if (left.minor() > 0) {
      String requestId = "tv-refund-" + sale.saleId() + "-1";
      stores
          .jobs()
          .add(
              Jobs.refund(file.id(), new RefundOrder(requestId, sale.saleId(), left, reason), now),
              now);
    }
  }

  /** What an administrator ordered and the provider did not do yet. */
  private Money ordered(Dossier file, Sale sale) {
    return stores.jobs().of(file.id()).stream()
        .filter(job -> job.kind() == JobKind.REFUND && job.state() == JobState.NEW)
        .map(Jobs::order)
        .filter(order -> order.saleId().equals(sale.saleId()))
        .map(RefundOrder::amount)
        .reduce(sale.gross().times(0), Money::plus);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
