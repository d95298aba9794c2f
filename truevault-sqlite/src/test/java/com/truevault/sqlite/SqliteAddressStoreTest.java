package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.device.AddressStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteAddressStoreTest implements AddressStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
