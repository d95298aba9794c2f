package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.health.AlarmStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteAlarmStoreTest implements AlarmStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
