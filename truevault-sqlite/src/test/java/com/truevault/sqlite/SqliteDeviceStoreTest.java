package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.device.DeviceStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteDeviceStoreTest implements DeviceStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
