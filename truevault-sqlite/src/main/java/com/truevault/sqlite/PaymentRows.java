package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.ledger.Repaid;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.UserId;
import org.jspecify.annotations.Nullable;

/** Rows of payments and refunds. */
final class PaymentRows {
  private PaymentRows() {}

  static Parameters values(Payment payment) {
    Money fee = payment.fee();
    return bind("user_id", payment.user().value())
        .and("subscription", payment.subscription())
        .and("sale_id", payment.saleId())
        .and("amount_minor", payment.amount().minor())
        .and("currency", payment.amount().currency().getCurrencyCode())
        .and("status", payment.status())
        .and("payment_date", payment.paidAt())
        .and("fee_minor", fee == null ? null : fee.minor())
        .and("repaid_minor", payment.repaid().minor())
        .and("in_suspense", payment.suspended());
  }

  /** What hangs on a subscription is put for each that has the id, which must be one. */
  static void requireSubscription(int put, String publicId) {
    if (put == 0) {
      throw new IllegalStateException("there is no subscription " + publicId);
    }
  }

  static Payment toPayment(Row row) {
    return new Payment(
        row.text("paypal_transaction_id"),
        new UserId(row.number("user_id")),
        row.text("subscription"),
        money(row, "amount_minor"),
        fee(row),
        money(row, "repaid_minor"),
        row.constant("status", PaymentStatus.class),
        row.instant("payment_date"),
        row.flag("in_suspense"));
  }

  static Repaid toRepaid(Row row) {
    return new Repaid(
        row.text("paypal_refund_id"),
        row.text("sale_id"),
        row.constant("kind", RepaymentKind.class),
        money(row, "amount_minor"),
        row.instant("refunded_at"),
        row.text("credit_note"));
  }

  static Money money(Row row, String column) {
    return Money.ofMinor(row.number(column), row.text("currency"));
  }

  private static @Nullable Money fee(Row row) {
    return row.numberOrNull("fee_minor") == null ? null : money(row, "fee_minor");
  }
}
