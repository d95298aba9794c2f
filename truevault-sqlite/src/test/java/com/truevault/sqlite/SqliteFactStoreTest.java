package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.billing.FactStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteFactStoreTest implements FactStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
