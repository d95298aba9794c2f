package com.truevault.testing;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.store.DataFile;
import com.truevault.store.Transactions;

/** A transaction that fails after its work. */
public final class Undone {
  private Undone() {}

  /** Runs the work in a transaction that is rolled back. */
  public static void run(Transactions transactions, DataFile file, Runnable work) {
    RuntimeException planned = new RuntimeException("planned");
    RuntimeException thrown =
        assertThrows(
            RuntimeException.class,
            () ->
                transactions.run(
                    file,
                    () -> {
                      work.run();
                      throw planned;
                    }));
    assertSame(planned, thrown);
  }
}
