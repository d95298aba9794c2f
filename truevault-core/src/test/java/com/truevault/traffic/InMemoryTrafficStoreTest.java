package com.truevault.traffic;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryTrafficStoreTest implements TrafficStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
