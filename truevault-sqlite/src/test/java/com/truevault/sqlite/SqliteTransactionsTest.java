package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.store.TransactionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTransactionsTest implements TransactionsContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
