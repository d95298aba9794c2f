package com.truevault.user;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryThrottleStoreTest implements ThrottleStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
