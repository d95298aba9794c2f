package com.truevault.billing;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryFactStoreTest implements FactStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
