package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.billing.PriceStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqlitePriceStoreTest implements PriceStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
