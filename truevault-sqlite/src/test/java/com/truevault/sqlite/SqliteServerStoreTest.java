package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.server.ServerStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteServerStoreTest implements ServerStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
