package com.truevault.audit;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryAuditStoreTest implements AuditStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
