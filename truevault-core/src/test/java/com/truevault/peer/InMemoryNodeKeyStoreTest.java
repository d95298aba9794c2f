package com.truevault.peer;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryNodeKeyStoreTest implements NodeKeyStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
