package com.truevault.sqlite.file;

import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.StorageException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes a file, and the fair queue before it. */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MAX_BATCH = 256;
  private static final long MAX_BATCH_NANOS = Duration.ofMillis(5).toNanos();
  private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int SPINS = 200;

  private final FileOptions options;
  private final Session session;
  private final GroupCommit group;
  private final ConcurrentLinkedQueue<WriteJob<?>> queue = new ConcurrentLinkedQueue<>();
  private final WriterThread thread;
  private @Nullable WriteJob<?> ahead;
  private boolean checkpointDue;
  private volatile boolean parked;
  private volatile boolean closed;

  Writer(FileOptions options, Session session, Recall recall) {
    this.options = options;
    this.session = session;
    this.group = new GroupCommit(session, options.file().fileName(), recall);
    this.thread = new WriterThread(this);
  }

  void start() {
    thread.start();
  }

  FileOptions options() {
    return options;
  }

  /** The connection; for the writer thread alone. */
  Session session() {
    return session;
  }

  boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  <T extends @Nullable Object> T submit(WriteJob.Kind kind, Supplier<T> work) {
    return enqueue(kind, work).await();
  }

  /** Puts a job into the queue without waiting for its end. */
  <T extends @Nullable Object> WriteJob<T> enqueue(WriteJob.Kind kind, Supplier<T> work) {
    WriterThread.refuseOther(this);
    WriteJob<T> job = new WriteJob<>(kind, work);
    if (closed) {
      throw refusal();
    }
    queue.add(job);
    if (closed && queue.remove(job)) {
      throw refusal();
    }
    if (parked) {
      LockSupport.unpark(thread);
    }
    return job;
  }

  /** Finishes what was submitted, then ends the thread and closes the connection. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    session.close();
  }

  void loop() {
    try {
      WriteJob<?> job = next();
      while (job != null) {
        run(job);
        job = next();
      }
    } catch (Throwable e) {
      group.fail(e);
      group.end();
    } finally {
      closed = true;
      refuseWaiting();
    }
  }

  private void run(WriteJob<?> job) {
    switch (job.kind()) {
      case SHARED -> runTogether(job);
      case ALONE -> runOutside(job, () -> group.alone(job::run));
      case STANDING -> runOutside(job, job::run);
    }
  }

  private void runTogether(WriteJob<?> first) {
    long start = System.nanoTime();
    WriteJob<?> job = first;
    while (job != null) {
      group.add(job);
      boolean full = group.size() >= MAX_BATCH || System.nanoTime() - start > MAX_BATCH_NANOS;
      job = full ? null : nextShared();
    }
    group.end();
    checkpointDue = true;
  }

  private static void runOutside(WriteJob<?> job, Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      job.fail(e);
    } finally {
      job.complete();
    }
  }

  private @Nullable WriteJob<?> nextShared() {
    WriteJob<?> job = queue.poll();
    if (job != null && job.kind() != WriteJob.Kind.SHARED) {
      ahead = job;
      return null;
    }
    return job;
  }

  private @Nullable WriteJob<?> next() {
    WriteJob<?> job = ahead;
    ahead = null;
    for (int spin = 0; job == null && spin < SPINS; spin++) {
      job = queue.poll();
      Thread.onSpinWait();
    }
    while (job == null && !closed) {
      park();
      job = queue.poll();
    }
    return job == null ? queue.poll() : job;
  }

  private void park() {
    long start = System.nanoTime();
    parked = true;
    if (queue.isEmpty() && !closed) {
      if (checkpointDue) {
        LockSupport.parkNanos(this, IDLE_NANOS);
      } else {
        LockSupport.park(this);
      }
    }
    parked = false;
    if (checkpointDue && queue.isEmpty() && System.nanoTime() - start >= IDLE_NANOS) {
      checkpoint();
    }
  }

  private void checkpoint() {
    checkpointDue = false;
    try {
      group.alone(() -> session.value("pragma wal_checkpoint(passive)"));
    } catch (RuntimeException e) {
      LOG.warn("{} was not checkpointed: {}", options.file().fileName(), e.getMessage(), e);
    }
  }

  private void refuseWaiting() {
    for (WriteJob<?> job = queue.poll(); job != null; job = queue.poll()) {
      job.fail(refusal());
      job.complete();
    }
  }

  private StorageException refusal() {
    return new StorageException(
        "storage-closed",
        options.file().fileName() + " is closed; open the storage again to write",
        null);
  }
}
