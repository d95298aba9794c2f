package com.truevault.subscription;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryJobStoreTest implements JobStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
