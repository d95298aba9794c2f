package com.truevault.health;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryMaintenanceWindowStoreTest implements MaintenanceWindowStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
