package com.truevault.sqlite.file;

import static com.truevault.sqlite.file.FileFixture.add;
import static com.truevault.sqlite.file.FileFixture.count;
import static com.truevault.sqlite.file.FileFixture.has;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.jdbc.ConstraintViolationException;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SqliteFileTest {
  @TempDir Path folder;
  private SqliteFile users;

  @BeforeEach
  void open() throws IOException {
    users = FileFixture.create(DataFile.USERS, folder);
  }

  @AfterEach
  void close() {
    users.close();
  }

  @Test
  void readsWhatWasWritten() {
    add(users, "quotes ' and \" and 🎈 and blanks  ");

    assertTrue(has(users, "quotes ' and \" and 🎈 and blanks  "));
  }

  @Test
  void workThatThrowsIsUndoneAndItsExceptionArrivesUnchanged() {
    IllegalArgumentException failure = new IllegalArgumentException("no");

    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                users.write(
                    () -> {
                      add(users, "one");
                      throw failure;
                    }));

    assertSame(failure, thrown);
    assertEquals(0, count(users));
  }

  @Test
  void callsInsideTheWorkSeeItsRowsAndNobodyElseDoes() throws InterruptedException {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch looked = new CountDownLatch(1);
    List<Throwable> thrown =
        Crowd.run(
            2,
            i ->
                () -> {
                  if (i == 0) {
                    return users.write(
                        () -> {
                          add(users, "one");
                          assertTrue(has(users, "one"));
                          written.countDown();
                          await(looked);
                          return null;
                        });
                  }
                  // The other transaction is still open: reading does not wait for it.
                  written.await();
                  assertFalse(has(users, "one"));
                  looked.countDown();
                  return null;
                });

    assertEquals(List.of(), thrown);
    assertTrue(has(users, "one"));
  }

  @Test
  void workInsideWorkJoinsItsTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            users.write(
                () -> {
                  users.write(
                      () -> {
                        add(users, "inner");
                        return null;
                      });
                  throw new IllegalStateException("outer fails");
                }));

    assertFalse(has(users, "inner"));
  }

  @Test
  void refusesToWriteAnotherFileInsideATransaction() throws IOException {
    try (SqliteFile devices = FileFixture.create(DataFile.DEVICES, folder)) {
      IllegalStateException refusal =
          assertThrows(
              IllegalStateException.class,
              () ->
                  users.write(
                      () -> {
                        add(users, "one");
                        add(devices, "two");
                        return null;
                      }));

      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.contains("devices.db"), message);
      assertTrue(message.contains("users.db"), message);
      assertEquals(0, count(users) + count(devices));
    }
  }

  @Test
  void readsOfAnotherFileInsideATransactionAreFine() throws IOException {
    try (SqliteFile devices = FileFixture.create(DataFile.DEVICES, folder)) {
      add(devices, "two");

      assertTrue(users.write(() -> has(devices, "two")));
    }
  }

  @Test
  void aTakenValueNamesItsColumn() {
    add(users, "one");

    ConstraintViolationException violation =
        assertThrows(ConstraintViolationException.class, () -> add(users, "one"));

    assertTrue(violation.isTaken("notes.text"));
    assertFalse(violation.isTaken("notes.id"));
  }

  @Test
  void aRefusedStatementLeavesTheTransactionUsable() {
    add(users, "one");
    users.write(
        () -> {
          assertThrows(ConstraintViolationException.class, () -> add(users, "one"));
          add(users, "two");
          return null;
        });

    assertEquals(2, count(users));
  }

  @Test
  void manyThreadsLoseNothingAndMeetNoLock() throws InterruptedException {
    List<Throwable> thrown =
        Crowd.run(
            64,
            thread ->
                () -> {
                  for (int i = 0; i < 50; i++) {
                    add(users, thread + "/" + i);
                    assertTrue(has(users, thread + "/" + i));
                  }
                  return null;
                });

    assertEquals(List.of(), thrown);
    assertEquals(64 * 50, count(users));
  }

  @Test
  void aReadThatRunsTooLongIsStopped() {
    StorageException stopped =
        assertThrows(
            StorageException.class,
            () ->
                users.query(
                    """
                    with recursive n (i) as (select 1 union all select i + 1 from n)
                    select max(i) as top from n
                    """,
                    Parameters.none(),
                    row -> row.number("top")));

    assertEquals("storage-deadline", stopped.code());
    assertEquals(0, count(users));
  }

  @Test
  void readersCannotWrite() {
    assertThrows(
        StorageException.class,
        () ->
            users.query(
                "insert into notes (text) values ('x') returning id",
                Parameters.none(),
                row -> row.number("id")));
  }

  @Test
  void closingFinishesWaitingWritesAndRefusesLaterOnes() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger acknowledged = new AtomicInteger();
    List<Throwable> thrown =
        Crowd.run(
            9,
            thread ->
                () -> {
                  if (thread == 0) {
                    running.await();
                    users.close();
                    return null;
                  }
                  for (int i = 0; ; i++) {
                    add(users, thread + "/" + i);
                    acknowledged.incrementAndGet();
                    running.countDown();
                  }
                });

    assertEquals(8, thrown.size());
    for (Throwable refusal : thrown) {
      assertEquals("storage-closed", assertStorage(refusal).code());
    }
    users = SqliteFile.open(FileFixture.options(DataFile.USERS, folder));
    assertEquals(acknowledged.get(), count(users));
  }

  @Test
  void theLogIsMeasured() {
    add(users, "one");

    assertTrue(users.walBytes() > 0);
  }

  private static StorageException assertStorage(Throwable thrown) {
    return assertThrows(
        StorageException.class,
        () -> {
          throw thrown;
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
