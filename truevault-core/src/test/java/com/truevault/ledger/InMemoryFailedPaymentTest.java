package com.truevault.ledger;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryFailedPaymentTest implements FailedPaymentContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
