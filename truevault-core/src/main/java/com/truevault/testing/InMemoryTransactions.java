package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One writer per file at a time; what a failed one wrote is never seen. */
final class InMemoryTransactions implements Transactions {
  private final Map<DataFile, InMemoryFile> files = new EnumMap<>(DataFile.class);

  InMemoryTransactions() {
    for (DataFile file : DataFile.values()) {
      files.put(file, new InMemoryFile(file));
    }
  }

  @Override
  public <T extends @Nullable Object> T write(DataFile file, Supplier<T> work) {
    for (InMemoryFile open : files.values()) {
      if (open.isWrittenByThisThread()) {
        return join(open, file, work);
      }
    }
    return file(file).transact(work);
  }

  InMemoryFile file(DataFile file) {
    InMemoryFile known = files.get(file);
    if (known == null) {
      throw new IllegalArgumentException("no such file: " + file);
    }
    return known;
  }

  Collection<InMemoryFile> files() {
    return Collections.unmodifiableCollection(files.values());
  }

  private static <T extends @Nullable Object> T join(
      InMemoryFile open, DataFile wanted, Supplier<T> work) {
    if (open.name() != wanted) {
      throw new IllegalStateException(
          "a transaction of "
              + open.name().fileName()
              + " cannot write "
              + wanted.fileName()
              + "; send a message instead");
    }
    return work.get();
  }
}
