package com.truevault.theme;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryThemeStoreTest implements ThemeStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
