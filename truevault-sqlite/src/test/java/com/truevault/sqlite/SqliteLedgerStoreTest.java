package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.ledger.LedgerStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteLedgerStoreTest implements LedgerStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
