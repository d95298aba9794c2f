package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.traffic.TrafficStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteTrafficStoreTest implements TrafficStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
