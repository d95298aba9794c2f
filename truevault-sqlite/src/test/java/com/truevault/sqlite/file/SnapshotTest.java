package com.truevault.sqlite.file;

import static com.truevault.sqlite.file.FileFixture.add;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SnapshotTest {
  private static final String COUNTS =
      """
      select (select count(*) from main.notes) as first,
             (select count(*) from tutorials.notes) as last
      """;

  @TempDir Path folder;
  private final List<SqliteFile> files = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    for (DataFile file : DataFile.values()) {
      files.add(FileFixture.create(file, folder));
    }
  }

  @AfterEach
  void close() {
    files.forEach(SqliteFile::close);
  }

  @Test
  void staysAtItsMomentWhileWritersGoOn() {
    add(files.get(0), "before");
    try (Snapshot snapshot = Snapshot.of(files)) {
      add(files.get(0), "after");

      assertEquals(List.of("1/0"), counts(snapshot));
    }
  }

  @Test
  void neverShowsAnEffectWithoutItsCause() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    AtomicBoolean enough = new AtomicBoolean();
    List<Throwable> thrown =
        Crowd.run(
            2,
            thread ->
                () -> {
                  if (thread == 0) {
                    for (int i = 0; !enough.get(); i++) {
                      add(files.get(0), "cause " + i);
                      add(files.get(8), "effect " + i);
                      writing.countDown();
                    }
                    return null;
                  }
                  writing.await();
                  try {
                    for (int i = 0; i < 20; i++) {
                      requireCauses();
                    }
                  } finally {
                    enough.set(true);
                  }
                  return null;
                });

    assertEquals(List.of(), thrown);
  }

  @Test
  void cannotWrite() {
    try (Snapshot snapshot = Snapshot.of(files)) {
      assertThrows(
          StorageException.class,
          () ->
              snapshot.query(
                  "insert into users.notes (text) values ('x') returning id",
                  Parameters.none(),
                  row -> 1));
    }
  }

  @Test
  void tellsHowLongTheWritersStoodStill() {
    try (Snapshot snapshot = Snapshot.of(files)) {
      assertTrue(snapshot.gateTime().toNanos() > 0);
      assertTrue(snapshot.gateTime().toSeconds() < 5);
    }
  }

  @Test
  void isRefusedInsideATransaction() {
    assertThrows(
        IllegalStateException.class, () -> files.get(0).write(() -> Snapshot.of(files).gateTime()));
  }

  @Test
  void looksAtClosedFilesToo() {
    add(files.get(8), "one");
    close();
    files.clear();

    try (Snapshot snapshot = Snapshot.ofClosed(folder)) {
      assertEquals(List.of("0/1"), counts(snapshot));
    }
  }

  private void requireCauses() {
    try (Snapshot snapshot = Snapshot.of(files)) {
      String[] counts = counts(snapshot).get(0).split("/", -1);
      long causes = Long.parseLong(counts[0]);
      long effects = Long.parseLong(counts[1]);
      assertTrue(causes == effects || causes == effects + 1, causes + " causes, " + effects);
    }
  }

  private static List<String> counts(Snapshot snapshot) {
    return snapshot.query(
        COUNTS, Parameters.none(), row -> row.number("first") + "/" + row.number("last"));
  }
}
