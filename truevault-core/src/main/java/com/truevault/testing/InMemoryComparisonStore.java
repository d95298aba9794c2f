package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.subscription.Comparison;
import com.truevault.subscription.ComparisonStore;
import java.util.List;

final class InMemoryComparisonStore implements ComparisonStore {
  private final InMemoryTable<Comparison> rows;

  InMemoryComparisonStore(InMemoryTransactions transactions) {
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public void add(Comparison comparison) {
    rows.add(comparison);
  }

  @Override
  public List<Comparison> newest(int limit) {
    return rows.rows().descendingMap().values().stream().limit(limit).toList();
  }
}
