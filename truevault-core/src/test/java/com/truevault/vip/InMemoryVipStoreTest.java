package com.truevault.vip;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryVipStoreTest implements VipStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
