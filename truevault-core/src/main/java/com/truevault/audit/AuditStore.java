package com.truevault.audit;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.util.Optional;

/** Audit entries, newest first. They are only ever added. */
public interface AuditStore {

  /** Adds an entry; its number is given by the store. */
  void add(AuditEntry entry);

  /** The newest entry. */
  Optional<AuditEntry> newest();

  /**
   * Entries from the newest down; {@link PageRequest#after()} is the number of the last one seen.
   *
   * @param action only entries whose action starts with this; empty for all
   */
  Page<AuditEntry> list(String action, PageRequest page);
}
