package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.ledger.FailedPayment;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStore;
import com.truevault.ledger.Repaid;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqlitePaymentStore implements PaymentStore {
  private final SqliteFile billing;
  private final PaymentFailureRows failures;

  SqlitePaymentStore(SqliteFile billing) {
    this.billing = billing;
    this.failures = new PaymentFailureRows(billing);
  }

  @Override
  public void put(Payment payment) {
    int put =
        billing.update(
            """
        insert into payments
          (user_id, subscription_id, paypal_transaction_id, amount_minor, currency, status,
           payment_date, fee_minor, repaid_minor, in_suspense)
        select :user_id, id, :sale_id, :amount_minor, :currency, :status, :payment_date, :fee_minor,
               :repaid_minor, :in_suspense
          from subscriptions
         where public_id = :subscription
            on conflict (paypal_transaction_id) do update
           set user_id = excluded.user_id,
               subscription_id = excluded.subscription_id,
               amount_minor = excluded.amount_minor,
               currency = excluded.currency,
               status = excluded.status,
               payment_date = excluded.payment_date,
               fee_minor = excluded.fee_minor,
               repaid_minor = excluded.repaid_minor,
               in_suspense = excluded.in_suspense
        """,
            PaymentRows.values(payment));
    PaymentRows.requireSubscription(put, payment.subscription());
  }

  @Override
  public Optional<Payment> find(String saleId) {
    return billing.find(
        """
        select p.*, s.public_id as subscription
          from payments p
          join subscriptions s on s.id = p.subscription_id
         where p.paypal_transaction_id = :sale_id
        """,
        bind("sale_id", saleId),
        PaymentRows::toPayment);
  }

  @Override
  public List<Payment> ofUser(UserId user) {
    return billing.query(
        """
        select p.*, s.public_id as subscription
          from payments p
          join subscriptions s on s.id = p.subscription_id
         where p.user_id = :user_id
         order by p.payment_date desc, p.id desc
        """,
        bind("user_id", user.value()),
        PaymentRows::toPayment);
  }

  @Override
  public List<Payment> of(String subscription) {
    return billing.query(
        """
        select p.*, s.public_id as subscription
          from payments p
          join subscriptions s on s.id = p.subscription_id
         where s.public_id = :subscription
         order by p.payment_date desc, p.id desc
        """,
        bind("subscription", subscription),
        PaymentRows::toPayment);
  }

  @Override
  public Page<Payment> newest(PageRequest request) {
    return Numbered.page(
        billing.query(
            """
            select p.*, s.public_id as subscription
              from payments p
              join subscriptions s on s.id = p.subscription_id
             where :after = 0 or p.id < :after
             order by p.id desc
             limit :limit
            """,
            bind("after", request.after()).and("limit", request.limit() + 1),
            row -> new Numbered<>(row.number("id"), PaymentRows.toPayment(row))),
        request);
  }

  @Override
  public List<Payment> between(Instant from, Instant to) {
    return billing.query(
        """
        select p.*, s.public_id as subscription
          from payments p
          join subscriptions s on s.id = p.subscription_id
         where p.payment_date >= :from
           and p.payment_date < :to
           and p.status in ('completed', 'refunded')
         order by p.payment_date, p.id
        """,
        bind("from", from).and("to", to),
        PaymentRows::toPayment);
  }

  @Override
  public boolean add(Repaid repaid) {
    return billing.update(
            """
            insert into refunds
              (payment_id, paypal_refund_id, kind, amount_minor, currency, refunded_at, credit_note)
            values
              ((select id from payments where paypal_transaction_id = :sale_id), :refund_id, :kind,
               :amount_minor, :currency, :refunded_at, :credit_note)
                on conflict (paypal_refund_id) do nothing
            """,
            bind("sale_id", repaid.saleId())
                .and("refund_id", repaid.id())
                .and("kind", repaid.kind())
                .and("amount_minor", repaid.amount().minor())
                .and("currency", repaid.amount().currency().getCurrencyCode())
                .and("refunded_at", repaid.at())
                .and("credit_note", repaid.creditNote()))
        > 0;
  }

  @Override
  public List<Repaid> repaid(String saleId) {
    return billing.query(
        """
        select r.*, p.paypal_transaction_id as sale_id
          from refunds r
          join payments p on p.id = r.payment_id
         where p.paypal_transaction_id = :sale_id
         order by r.refunded_at, r.id
        """,
        bind("sale_id", saleId),
        PaymentRows::toRepaid);
  }

  @Override
  public List<Repaid> repaidBetween(Instant from, Instant to) {
    return billing.query(
        """
        select r.*, p.paypal_transaction_id as sale_id
          from refunds r
          join payments p on p.id = r.payment_id
         where r.refunded_at >= :from and r.refunded_at < :to
         order by r.refunded_at, r.id
        """,
        bind("from", from).and("to", to),
        PaymentRows::toRepaid);
  }

  @Override
  public void put(FailedPayment failed) {
    failures.put(failed);
  }

  @Override
  public List<FailedPayment> failures(String subscription) {
    return failures.of(subscription);
  }

  @Override
  public Page<FailedPayment> open(PageRequest request) {
    return failures.open(request);
  }
}
