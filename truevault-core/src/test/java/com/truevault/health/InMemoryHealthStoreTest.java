package com.truevault.health;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryHealthStoreTest implements HealthStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
