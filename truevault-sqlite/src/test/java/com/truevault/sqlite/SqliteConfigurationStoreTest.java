package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.device.ConfigurationStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteConfigurationStoreTest implements ConfigurationStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
