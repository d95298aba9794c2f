package com.truevault.sqlite.file;

import static com.truevault.sqlite.file.FileFixture.add;
import static com.truevault.sqlite.file.FileFixture.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecallTest {
  private static final int READERS = 8;
  private static final int NOTES = 300;

  @TempDir Path folder;
  private SqliteFile users;
  private final AtomicInteger reads = new AtomicInteger();

  @BeforeEach
  void open() throws IOException {
    users = FileFixture.create(DataFile.USERS, folder);
  }

  @AfterEach
  void close() {
    users.close();
  }

  @Test
  void readsOnceUntilSomethingIsCommitted() {
    assertEquals(0, recalled());
    assertEquals(0, recalled());
    assertEquals(1, reads.get());

    add(users, "one");

    assertEquals(1, recalled());
    assertEquals(2, reads.get());
  }

  @Test
  void aTransactionSeesItsOwnRowsAndNobodyElseDoes() {
    assertEquals(0, recalled());
    assertThrows(
        IllegalStateException.class,
        () ->
            users.<@Nullable Object>write(
                () -> {
                  add(users, "one");
                  assertEquals(1, recalled());
                  throw new IllegalStateException("undone");
                }));

    assertEquals(0, recalled());
  }

  @Test
  void whatWorkBetweenTransactionsChangesIsSeen() {
    assertEquals(0, recalled());

    users.<@Nullable Object>exclusively(
        session -> {
          session.execute("insert into notes (text) values ('one')");
          return null;
        });

    assertEquals(1, recalled());
  }

  @Test
  void nobodyIsToldLessThanWasAcknowledgedBefore() throws InterruptedException {
    AtomicLong acknowledged = new AtomicLong();

    assertEquals(
        List.of(),
        Crowd.run(
            READERS + 1, thread -> thread == 0 ? writing(acknowledged) : reading(acknowledged)));
  }

  @Test
  void aRowCannotBeReadAfterItsQuery() {
    add(users, "one");
    List<Row> kept = new ArrayList<>();

    users.query("select text from notes", Parameters.none(), kept::add);

    assertThrows(IllegalStateException.class, () -> kept.get(0).text("text"));
  }

  private Callable<Boolean> writing(AtomicLong acknowledged) {
    return () -> {
      for (int i = 0; i < NOTES; i++) {
        add(users, "note " + i);
        acknowledged.incrementAndGet();
      }
      return true;
    };
  }

  private Callable<Boolean> reading(AtomicLong acknowledged) {
    return () -> {
      while (acknowledged.get() < NOTES) {
        long before = acknowledged.get();
        long found = recalled();
        assertTrue(found >= before, () -> "found " + found + " of " + before);
      }
      return true;
    };
  }

  private long recalled() {
    return users.recall(
        "count",
        () -> {
          reads.incrementAndGet();
          return count(users);
        });
  }
}
