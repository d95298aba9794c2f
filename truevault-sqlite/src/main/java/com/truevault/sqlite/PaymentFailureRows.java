package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.ledger.FailedPayment;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.util.List;

/** Failed renewals, of which a subscription has one row each, however often they are tried. */
final class PaymentFailureRows {
  private final SqliteFile billing;

  PaymentFailureRows(SqliteFile billing) {
    this.billing = billing;
  }

  void put(FailedPayment failed) {
    int put =
        billing.update(
            """
        insert into payment_failures
          (user_id, subscription_id, amount_minor, currency, error_code, retry_count,
           next_retry_date, resolved, resolved_date, failed_at)
        select :user_id, id, :amount_minor, :currency, :error_code, :retry_count, :next_retry_date,
               :resolved, :resolved_date, :failed_at
          from subscriptions
         where public_id = :subscription
            on conflict (subscription_id, failed_at) do update
           set user_id = excluded.user_id,
               amount_minor = excluded.amount_minor,
               currency = excluded.currency,
               error_code = excluded.error_code,
               retry_count = excluded.retry_count,
               next_retry_date = excluded.next_retry_date,
               resolved = excluded.resolved,
               resolved_date = excluded.resolved_date
        """,
            bind("user_id", failed.user().value())
                .and("subscription", failed.subscription())
                .and("amount_minor", failed.amount().minor())
                .and("currency", failed.amount().currency().getCurrencyCode())
                .and("error_code", failed.reason())
                .and("retry_count", failed.retryCount())
                .and("next_retry_date", failed.nextRetry())
                .and("resolved", failed.resolvedAt() != null)
                .and("resolved_date", failed.resolvedAt())
                .and("failed_at", failed.failedAt()));
    PaymentRows.requireSubscription(put, failed.subscription());
  }

  List<FailedPayment> of(String subscription) {
    return billing.query(
        """
        select f.*, s.public_id as subscription
          from payment_failures f
          join subscriptions s on s.id = f.subscription_id
         where s.public_id = :subscription
         order by f.failed_at desc, f.id desc
        """,
        bind("subscription", subscription),
        PaymentFailureRows::toFailedPayment);
  }

  Page<FailedPayment> open(PageRequest request) {
    return Numbered.page(
        billing.query(
            """
            select f.*, s.public_id as subscription
              from payment_failures f
              join subscriptions s on s.id = f.subscription_id
             where f.resolved = 0 and f.id > :after
             order by f.id
             limit :limit
            """,
            bind("after", request.after()).and("limit", request.limit() + 1),
            row -> new Numbered<>(row.number("id"), toFailedPayment(row))),
        request);
  }

  private static FailedPayment toFailedPayment(Row row) {
    return new FailedPayment(
        new UserId(row.number("user_id")),
        row.text("subscription"),
        PaymentRows.money(row, "amount_minor"),
        row.textOrEmpty("error_code"),
        row.instant("failed_at"),
        row.integer("retry_count"),
        row.instantOrNull("next_retry_date"),
        row.instantOrNull("resolved_date"));
  }
}
