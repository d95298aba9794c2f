package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.StorageContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteContractTest implements StorageContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
