package com.truevault.outbox;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryMessageStoreTest implements MessageStoreContract, InboxContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
