package com.truevault.user;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemorySessionStoreTest implements SessionStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
