package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.health.MaintenanceWindowStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteMaintenanceWindowStoreTest implements MaintenanceWindowStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
