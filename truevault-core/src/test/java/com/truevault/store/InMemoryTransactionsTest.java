package com.truevault.store;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryTransactionsTest implements TransactionsContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
