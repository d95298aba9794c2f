package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.mail.MailTemplateStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteMailTemplateStoreTest implements MailTemplateStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
