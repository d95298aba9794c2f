package com.truevault.testing;

import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.LedgerStore;
import com.truevault.ledger.LedgerTransaction;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class InMemoryLedgerStore implements LedgerStore {
  private final InMemoryTransactions transactions;
  private final InMemorySubscriptionStore subscriptions;
  private final InMemoryTable<LedgerTransaction> rows;

  InMemoryLedgerStore(InMemoryTransactions transactions, InMemorySubscriptionStore subscriptions) {
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public boolean add(LedgerTransaction transaction) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          subscriptions.require(transaction.subscription());
          boolean isNew = !rows.has(row -> row.key().equals(transaction.key()));
          if (isNew) {
            rows.add(transaction);
          }
          return isNew;
        });
  }

  @Override
  public List<LedgerTransaction> of(String subscription) {
    return rows.all().filter(row -> row.subscription().equals(subscription)).toList();
  }

  @Override
  public Page<LedgerTransaction> between(Instant from, Instant to, PageRequest request) {
    return rows.page(
        request, row -> !row.occurredAt().isBefore(from) && row.occurredAt().isBefore(to));
  }

  @Override
  public Map<LedgerAccount, Long> balances(Currency currency) {
    return rows.all()
        .filter(row -> row.currency().equals(currency))
        .flatMap(row -> row.entries().stream())
        .collect(
            Collectors.groupingBy(
                entry -> entry.account(),
                Collectors.summingLong(entry -> entry.debit() - entry.credit())));
  }
}
