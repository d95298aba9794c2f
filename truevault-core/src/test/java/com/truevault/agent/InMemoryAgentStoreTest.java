package com.truevault.agent;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryAgentStoreTest implements AgentStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
