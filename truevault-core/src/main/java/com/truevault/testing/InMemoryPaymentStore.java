package com.truevault.testing;

import com.truevault.ledger.FailedPayment;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.ledger.PaymentStore;
import com.truevault.ledger.Repaid;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryPaymentStore implements PaymentStore {
  private final InMemoryTransactions transactions;
  private final InMemorySubscriptionStore subscriptions;
  private final InMemoryTable<Payment> payments;
  private final InMemoryTable<Repaid> repayments;
  private final InMemoryTable<FailedPayment> failures;

  InMemoryPaymentStore(InMemoryTransactions transactions, InMemorySubscriptionStore subscriptions) {
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.payments = new InMemoryTable<>(transactions, DataFile.BILLING);
    this.repayments = new InMemoryTable<>(transactions, DataFile.BILLING);
    this.failures = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public void put(Payment payment) {
    subscriptions.require(payment.subscription());
    put(payments, row -> row.saleId().equals(payment.saleId()), payment);
  }

  @Override
  public Optional<Payment> find(String saleId) {
    return payments.first(row -> row.saleId().equals(saleId));
  }

  @Override
  public List<Payment> ofUser(UserId user) {
    return newestFirst(row -> row.user().equals(user));
  }

  @Override
  public List<Payment> of(String subscription) {
    return newestFirst(row -> row.subscription().equals(subscription));
  }

  @Override
  public Page<Payment> newest(PageRequest request) {
    return payments.newestFirst(request, row -> true);
  }

  @Override
  public List<Payment> between(Instant from, Instant to) {
    return payments
        .all()
        .filter(
            row ->
                row.status() == PaymentStatus.COMPLETED || row.status() == PaymentStatus.REFUNDED)
        .filter(row -> isWithin(row.paidAt(), from, to))
        .sorted(Comparator.comparing(Payment::paidAt))
        .toList();
  }

  @Override
  public boolean add(Repaid repaid) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          require(repaid.saleId());
          boolean isNew = !repayments.has(row -> row.id().equals(repaid.id()));
          if (isNew) {
            repayments.add(repaid);
          }
          return isNew;
        });
  }

  @Override
  public List<Repaid> repaid(String saleId) {
    return oldestFirst(row -> row.saleId().equals(saleId));
  }

  @Override
  public List<Repaid> repaidBetween(Instant from, Instant to) {
    return oldestFirst(row -> isWithin(row.at(), from, to));
  }

  @Override
  public void put(FailedPayment failed) {
    subscriptions.require(failed.subscription());
    put(
        failures,
        row ->
            row.subscription().equals(failed.subscription())
                && row.failedAt().equals(failed.failedAt()),
        failed);
  }

  @Override
  public List<FailedPayment> failures(String subscription) {
    return failures
        .all()
        .filter(row -> row.subscription().equals(subscription))
        .sorted(Comparator.comparing(FailedPayment::failedAt).reversed())
        .toList();
  }

  @Override
  public Page<FailedPayment> open(PageRequest request) {
    return failures.page(request, row -> row.resolvedAt() == null);
  }

  /** Refuses what is about a payment that is not there. */
  void require(String saleId) {
    if (find(saleId).isEmpty()) {
      throw new IllegalStateException("there is no payment of sale " + saleId);
    }
  }

  private <V> void put(InMemoryTable<V> table, Predicate<V> same, V row) {
    transactions.run(
        DataFile.BILLING,
        () -> {
          if (table.change(same, known -> row) == 0) {
            table.add(row);
          }
        });
  }

  private List<Payment> newestFirst(Predicate<Payment> wanted) {
    return payments.rows().descendingMap().values().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Payment::paidAt).reversed())
        .toList();
  }

  private List<Repaid> oldestFirst(Predicate<Repaid> wanted) {
    return repayments.all().filter(wanted).sorted(Comparator.comparing(Repaid::at)).toList();
  }

  private static boolean isWithin(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
