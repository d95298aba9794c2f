package com.truevault.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Write transactions over one file each; no transaction spans files.
 *
 * <p>Store calls made by the work join its transaction and see its uncommitted rows. The work must
 * be short and must not wait for anything outside the file: other writers of that file stand behind
 * it. Implementations are safe for use by many threads.
 */
public interface Transactions {

  /**
   * Runs the work in one transaction of the file and returns after the commit.
   *
   * <p>An exception thrown by the work undoes its writes and reaches the caller unchanged.
   *
   * @throws IllegalStateException if called, or if the work writes, inside another file's work
   * @throws StorageException if the file cannot be written
   */
  <T extends @Nullable Object> T write(DataFile file, Supplier<T> work);

  /** As {@link #write(DataFile, Supplier)} for work without a result. */
  default void run(DataFile file, Runnable work) {
    this.<@Nullable Object>write(
        file,
        () -> {
          work.run();
          return null;
        });
  }
}
