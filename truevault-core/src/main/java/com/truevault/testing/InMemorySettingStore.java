package com.truevault.testing;

import com.truevault.setting.Setting;
import com.truevault.setting.SettingStore;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemorySettingStore implements SettingStore {
  private final InMemoryTable<Setting> rows;

  InMemorySettingStore(InMemoryTransactions transactions) {
    rows = new InMemoryTable<>(transactions, DataFile.MAIN);
    InMemoryCatalogue.settings().forEach(rows::add);
  }

  @Override
  public List<Setting> all() {
    return rows.all().sorted(Comparator.comparing(Setting::key)).toList();
  }

  @Override
  public boolean update(String key, String value, Instant at) {
    return rows.change(
            row -> row.key().equals(key), row -> new Setting(key, value, row.description(), at))
        > 0;
  }
}
