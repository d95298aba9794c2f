package com.truevault.mail;

import com.truevault.Storage;
import com.truevault.testing.InMemoryStorage;

final class InMemoryMailTemplateStoreTest implements MailTemplateStoreContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
