package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.health.HealthStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteHealthStoreTest implements HealthStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
