package com.truevault.server;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryServerStoreTest implements ServerStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
