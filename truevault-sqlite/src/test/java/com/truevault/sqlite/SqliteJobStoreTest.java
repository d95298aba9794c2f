package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.subscription.JobStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteJobStoreTest implements JobStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
