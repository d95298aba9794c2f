package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.agent.AgentStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteAgentStoreTest implements AgentStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
