package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.ledger.FailedPaymentContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteFailedPaymentTest implements FailedPaymentContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
