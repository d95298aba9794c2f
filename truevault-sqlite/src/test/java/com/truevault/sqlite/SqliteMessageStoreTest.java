package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.outbox.InboxContract;
import com.truevault.outbox.MessageStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteMessageStoreTest implements MessageStoreContract, InboxContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
