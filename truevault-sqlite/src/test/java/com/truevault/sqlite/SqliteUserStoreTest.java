package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.user.CredentialsContract;
import com.truevault.user.UserStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteUserStoreTest implements UserStoreContract, CredentialsContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
