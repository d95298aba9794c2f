package com.truevault.user;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryUserStoreTest implements UserStoreContract, CredentialsContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
