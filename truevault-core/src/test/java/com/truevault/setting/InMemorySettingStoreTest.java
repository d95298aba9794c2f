package com.truevault.setting;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemorySettingStoreTest implements SettingStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
