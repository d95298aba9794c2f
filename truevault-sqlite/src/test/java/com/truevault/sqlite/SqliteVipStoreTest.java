package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.vip.VipStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteVipStoreTest implements VipStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
