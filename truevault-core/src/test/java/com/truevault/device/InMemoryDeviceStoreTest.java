package com.truevault.device;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryDeviceStoreTest implements DeviceStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
