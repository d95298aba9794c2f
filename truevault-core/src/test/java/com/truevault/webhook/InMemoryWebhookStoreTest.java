package com.truevault.webhook;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryWebhookStoreTest implements WebhookStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
