package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.ledger.InvoiceStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteInvoiceStoreTest implements InvoiceStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
