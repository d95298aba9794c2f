package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.setting.SettingStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSettingStoreTest implements SettingStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
