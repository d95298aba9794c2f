package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.audit.AuditStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteAuditStoreTest implements AuditStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
