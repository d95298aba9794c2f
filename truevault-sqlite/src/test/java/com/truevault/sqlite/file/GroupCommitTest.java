package com.truevault.sqlite.file;

import static com.truevault.sqlite.file.FileFixture.count;
import static com.truevault.sqlite.file.FileFixture.has;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4Connection;

/** What happens to the neighbours of a job; the batch is driven by hand. */
@Timeout(60)
class GroupCommitTest {
  @TempDir Path folder;
  private SqliteFile reader;
  private Session session;
  private GroupCommit group;

  @BeforeEach
  void open() throws IOException {
    reader = FileFixture.create(DataFile.USERS, folder);
    session = Connections.writing(reader.path());
    group = new GroupCommit(session, "users.db", new Recall());
  }

  @AfterEach
  void close() {
    session.close();
    reader.close();
  }

  @Test
  void aFailingJobIsUndoneAloneWhereverItStands() {
    for (int failing = 0; failing < 5; failing++) {
      List<WriteJob<?>> jobs = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        String text = failing + "/" + i;
        jobs.add(i == failing ? failing(text) : inserting(text));
      }
      jobs.forEach(group::add);
      group.end();

      for (int i = 0; i < 5; i++) {
        WriteJob<?> job = jobs.get(i);
        if (i == failing) {
          assertThrows(IllegalArgumentException.class, job::await);
        } else {
          job.await();
        }
        assertEquals(i != failing, has(reader, failing + "/" + i));
      }
    }
  }

  @Test
  void nobodyHearsOfAJobBeforeTheCommit() {
    WriteJob<?> job = inserting("one");
    WriteJob<?> failing = failing("two");
    group.add(job);
    group.add(failing);

    assertFalse(job.isDone());
    assertFalse(failing.isDone());
    assertFalse(has(reader, "one"));

    group.end();

    assertTrue(job.isDone());
    assertTrue(has(reader, "one"));
  }

  @Test
  void aFailedCommitFailsEveryJobOfTheBatch() {
    session.execute(
        "create table child (note integer references notes deferrable initially deferred)");
    session.execute("pragma foreign_keys = 1");
    WriteJob<?> innocent = inserting("one");
    WriteJob<?> breaking = job("insert into child (note) values (99)");
    group.add(innocent);
    group.add(breaking);
    group.end();

    assertThrows(RuntimeException.class, innocent::await);
    assertThrows(RuntimeException.class, breaking::await);
    assertEquals(0, count(reader));

    WriteJob<?> next = inserting("two");
    group.add(next);
    group.end();
    next.await();
    assertTrue(has(reader, "two"));
  }

  @Test
  void anErrorInsideACommitFailsEveryJobOfTheBatch() throws SQLException {
    assertFailsAll("commit");
  }

  @Test
  void anErrorWhileOneJobIsUndoneFailsEveryJobOfTheBatch() throws SQLException {
    assertFailsAll("rollback to job");
  }

  private void assertFailsAll(String statement) throws SQLException {
    try (Session exhausted = exhaustedBy(statement)) {
      GroupCommit doomed = new GroupCommit(exhausted, "users.db", new Recall());
      WriteJob<?> job = new WriteJob<>(WriteJob.Kind.SHARED, () -> insert(exhausted, "one"));
      WriteJob<?> failing =
          new WriteJob<>(
              WriteJob.Kind.SHARED,
              () -> {
                throw new IllegalArgumentException("planned");
              });
      doomed.add(job);
      doomed.add(failing);
      doomed.end();

      assertThrows(OutOfMemoryError.class, job::await);
      assertTrue(failing.isDone() && failing.hasFailed());
      assertEquals(0, count(reader));
    }
  }

  /** A connection on which one statement finds no memory. */
  private Session exhaustedBy(String statement) throws SQLException {
    String path = reader.path().toString();
    JDBC4Connection connection =
        new JDBC4Connection("jdbc:sqlite:" + path, path, new Properties()) {
          @Override
          public PreparedStatement prepareStatement(String sql) throws SQLException {
            if (sql.equals(statement)) {
              throw new OutOfMemoryError("planned");
            }
            return super.prepareStatement(sql);
          }
        };
    connection.getConnectionConfig().setAutoCommit(false);
    return new Session(connection, "users.db");
  }

  @Test
  void aFullDiskFailsTheBatchAndRecovers() {
    session.execute("pragma max_page_count = " + session.value("pragma page_count"));
    WriteJob<?> small = inserting("one");
    WriteJob<?> large = job("insert into notes (text) values (hex(randomblob(100000)))");
    group.add(small);
    group.add(large);
    group.end();

    StorageException full = assertThrows(StorageException.class, large::await);
    assertEquals("storage-full", full.code());
    assertThrows(StorageException.class, small::await);
    assertEquals(0, count(reader));

    session.execute("pragma max_page_count = 100000");
    WriteJob<?> again = job("insert into notes (text) values (hex(randomblob(100000)))");
    group.add(again);
    group.end();
    again.await();
    assertEquals(1, count(reader));
  }

  @Test
  void anInputOutputErrorStopsTheFileUntilItIsOpenedAgain() {
    WriteJob<?> before = inserting("one");
    WriteJob<?> broken = new WriteJob<>(WriteJob.Kind.SHARED, this::breakDisk);
    WriteJob<?> after = inserting("two");
    group.add(before);
    group.add(broken);
    group.add(after);
    group.end();

    assertEquals("storage-failed", codeOf(before));
    assertEquals("storage-failed", codeOf(broken));
    assertEquals("storage-failed", codeOf(after));
    assertEquals(0, count(reader));
    assertThrows(StorageException.class, group::requireSound);
  }

  @Test
  void workThatHidesAnEndedTransactionWritesNothingMore() {
    WriteJob<?> hiding =
        new WriteJob<@Nullable Object>(
            WriteJob.Kind.SHARED,
            () -> {
              assertThrows(StorageException.class, this::breakDisk);
              assertThrows(StorageException.class, () -> insert("after"));
              return null;
            });
    group.add(hiding);
    group.end();

    assertEquals("storage-failed", codeOf(hiding));
    assertEquals(0, count(reader));
  }

  private static String codeOf(WriteJob<?> job) {
    return assertThrows(StorageException.class, job::await).code();
  }

  private WriteJob<?> inserting(String text) {
    return new WriteJob<>(WriteJob.Kind.SHARED, () -> insert(text));
  }

  private WriteJob<?> failing(String text) {
    return new WriteJob<>(
        WriteJob.Kind.SHARED,
        () -> {
          insert(text);
          throw new IllegalArgumentException(text);
        });
  }

  private WriteJob<?> job(String sql) {
    return new WriteJob<>(WriteJob.Kind.SHARED, () -> session.update(sql, Parameters.none()));
  }

  /** As if the driver had met a broken disk. */
  private List<Integer> breakDisk() {
    return session.query(
        "select 1 as one",
        Parameters.none(),
        row ->
            GroupCommitTest.<Integer, RuntimeException>raise(
                new SQLiteException("disk", SQLiteErrorCode.SQLITE_IOERR_FSYNC)));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T raise(SQLException failure) throws E {
    throw (E) failure;
  }

  private int insert(String text) {
    return insert(session, text);
  }

  private static int insert(Session session, String text) {
    return session.update("insert into notes (text) values (:text)", Parameters.bind("text", text));
  }
}
