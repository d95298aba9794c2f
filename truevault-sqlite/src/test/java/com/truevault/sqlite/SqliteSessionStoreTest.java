package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.user.SessionStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSessionStoreTest implements SessionStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
