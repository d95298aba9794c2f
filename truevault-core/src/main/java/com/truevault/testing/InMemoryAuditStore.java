package com.truevault.testing;

import com.truevault.audit.AuditEntry;
import com.truevault.audit.AuditStore;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.util.Map;
import java.util.Optional;

final class InMemoryAuditStore implements AuditStore {
  private final InMemoryTable<AuditEntry> entries;

  InMemoryAuditStore(InMemoryTransactions transactions) {
    entries = new InMemoryTable<>(transactions, DataFile.MAIN);
  }

  @Override
  public void add(AuditEntry entry) {
    entries.add(number -> numbered(entry, number));
  }

  @Override
  public Optional<AuditEntry> newest() {
    return Optional.ofNullable(entries.rows().lastEntry()).map(Map.Entry::getValue);
  }

  @Override
  public Page<AuditEntry> list(String action, PageRequest page) {
    return entries.newestFirst(page, entry -> entry.action().startsWith(action));
  }

  private static AuditEntry numbered(AuditEntry entry, long number) {
    return new AuditEntry(
        number,
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.subject(),
        entry.detail(),
        entry.previousHash(),
        entry.hash());
  }
}
