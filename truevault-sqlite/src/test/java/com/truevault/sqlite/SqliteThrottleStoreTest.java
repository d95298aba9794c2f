package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.user.ThrottleStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteThrottleStoreTest implements ThrottleStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
