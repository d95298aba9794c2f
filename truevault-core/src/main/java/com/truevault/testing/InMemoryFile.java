package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables of one file: readers see the last commit, the one writer its own copy. */
final class InMemoryFile {
  private final DataFile name;
  private final ReentrantLock writing = new ReentrantLock(true);
  // What a published map holds is never changed again.
  private volatile Map<InMemoryTable<?>, NavigableMap<Long, ?>> committed = Map.of();
  private Map<InMemoryTable<?>, NavigableMap<Long, ?>> changed = new HashMap<>();
  private volatile boolean closed;

  InMemoryFile(DataFile name) {
    this.name = name;
  }

  DataFile name() {
    return name;
  }

  boolean isWrittenByThisThread() {
    return writing.isHeldByCurrentThread();
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    writing.lock();
    try {
      closed = true;
    } finally {
      writing.unlock();
    }
  }

  <T extends @Nullable Object> T transact(Supplier<T> work) {
    writing.lock();
    boolean committed = false;
    try {
      if (closed) {
        throw new StorageException(
            "storage-closed", name.fileName() + " is closed; open the storage again", null);
      }
      T result = work.get();
      publish();
      committed = true;
      return result;
    } finally {
      for (InMemoryTable<?> table : changed.keySet()) {
        table.end(committed);
      }
      changed = new HashMap<>();
      writing.unlock();
    }
  }

  <V> NavigableMap<Long, V> rows(InMemoryTable<V> table) {
    NavigableMap<Long, ?> own = isWrittenByThisThread() ? changed.get(table) : null;
    return typed(own != null ? own : committed.getOrDefault(table, new TreeMap<>()));
  }

  /** Rows that may be changed, inside a transaction alone. */
  <V> NavigableMap<Long, V> ownRows(InMemoryTable<V> table) {
    return typed(changed.computeIfAbsent(table, t -> new TreeMap<>(rows(table))));
  }

  private void publish() {
    if (!changed.isEmpty()) {
      Map<InMemoryTable<?>, NavigableMap<Long, ?>> next = new HashMap<>(committed);
      next.putAll(changed);
      committed = next;
    }
  }

  // A table is only ever a key to rows of its own type.
  @SuppressWarnings("unchecked")
  private static <V> NavigableMap<Long, V> typed(NavigableMap<Long, ?> rows) {
    return (NavigableMap<Long, V>) rows;
  }
}
