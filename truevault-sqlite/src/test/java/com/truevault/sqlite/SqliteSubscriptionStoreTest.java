package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.billing.SubscriptionStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteSubscriptionStoreTest implements SubscriptionStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
