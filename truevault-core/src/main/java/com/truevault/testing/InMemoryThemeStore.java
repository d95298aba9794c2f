package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.theme.ThemeElement;
import com.truevault.theme.ThemeStore;
import java.time.Instant;
import java.util.List;

final class InMemoryThemeStore implements ThemeStore {
  private final InMemoryTable<ThemeElement> rows;

  InMemoryThemeStore(InMemoryTransactions transactions) {
    rows = new InMemoryTable<>(transactions, DataFile.MAIN);
    InMemoryCatalogue.theme().forEach(rows::add);
  }

  @Override
  public List<ThemeElement> all() {
    return rows.all().toList();
  }

  @Override
  public boolean update(String name, String value, Instant at) {
    return rows.change(
            row -> row.name().equals(name),
            row -> new ThemeElement(name, value, row.category(), row.description(), at))
        > 0;
  }
}
