package com.truevault.subscription;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryComparisonStoreTest implements ComparisonStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
