package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.peer.PeerListStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlitePeerListStoreTest implements PeerListStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
