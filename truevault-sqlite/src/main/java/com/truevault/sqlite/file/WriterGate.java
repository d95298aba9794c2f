package com.truevault.sqlite.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds all writers between two transactions. Each is asked through its own queue, so that what was
 * submitted before is committed before. Two gates at once would wait for each other.
 */
final class WriterGate {
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final CountDownLatch standing;
  private final CountDownLatch go = new CountDownLatch(1);
  private final List<WriteJob<?>> jobs = new ArrayList<>();

  private WriterGate(int writers) {
    this.standing = new CountDownLatch(writers);
  }

  /** Waits until every writer stands, runs the work and lets them go, whatever happens. */
  static void whileClosed(List<SqliteFile> files, Runnable work) {
    WriterGate gate = new WriterGate(files.size());
    try {
      for (SqliteFile file : files) {
        gate.jobs.add(file.<@Nullable Object>stand(gate::hold));
      }
      gate.awaitAll();
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the writers", e);
    } finally {
      gate.go.countDown();
      gate.jobs.forEach(WriteJob::await);
    }
  }

  private void awaitAll() throws InterruptedException {
    while (!standing.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      if (jobs.stream().anyMatch(WriteJob::isDone)) {
        throw new IllegalStateException("a writer cannot be held, the storage is closing");
      }
    }
  }

  private @Nullable Object hold() {
    standing.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }
}
