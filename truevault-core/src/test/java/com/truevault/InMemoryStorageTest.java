package com.truevault;

import com.truevault.testing.InMemoryStorage;

final class InMemoryStorageTest implements StorageContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
