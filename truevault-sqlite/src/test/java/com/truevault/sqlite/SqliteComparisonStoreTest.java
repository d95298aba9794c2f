package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.subscription.ComparisonStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteComparisonStoreTest implements ComparisonStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
