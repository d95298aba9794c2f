package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.theme.ThemeStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteThemeStoreTest implements ThemeStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
