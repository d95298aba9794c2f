package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.peer.NodeKeyStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteNodeKeyStoreTest implements NodeKeyStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
