package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.webhook.WebhookStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteWebhookStoreTest implements WebhookStoreContract {
  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();

  @Override
  public Storage storage() {
    return temporary.get();
  }
}
