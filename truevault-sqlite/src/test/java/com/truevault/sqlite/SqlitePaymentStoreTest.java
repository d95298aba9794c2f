package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.ledger.PaymentStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlitePaymentStoreTest implements PaymentStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
