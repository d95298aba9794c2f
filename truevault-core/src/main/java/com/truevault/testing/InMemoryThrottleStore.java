package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.user.ThrottleStore;
import java.time.Instant;
import java.util.Optional;

final class InMemoryThrottleStore implements ThrottleStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Row> rows;

  InMemoryThrottleStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.USERS);
  }

  @Override
  public Optional<Attempts> find(String key) {
    return rows.first(row -> row.key().equals(key)).map(Row::attempts);
  }

  @Override
  public void put(String key, Attempts attempts) {
    transactions.run(
        DataFile.USERS,
        () -> {
          remove(key);
          rows.add(new Row(key, attempts));
        });
  }

  @Override
  public void remove(String key) {
    rows.remove(row -> row.key().equals(key));
  }

  @Override
  public int removeBefore(Instant moment) {
    return rows.remove(row -> row.attempts().lastFailureAt().isBefore(moment));
  }

  private record Row(String key, Attempts attempts) {}
}
