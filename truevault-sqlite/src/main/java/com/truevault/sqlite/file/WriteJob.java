package com.truevault.sqlite.file;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One caller's piece of work and the place where the caller waits for its end. */
final class WriteJob<T extends @Nullable Object> {
  /** How a job stands to the transaction. */
  enum Kind {
    /** Inside one that it shares with others. */
    SHARED,
    /** On the connection, between transactions. */
    ALONE,
    /** Between transactions without using the connection. */
    STANDING
  }

  private final Supplier<T> work;
  private final Kind kind;
  private final Thread caller = Thread.currentThread();
  private @Nullable T result;
  private @Nullable Throwable failure;
  private volatile boolean done;

  /** Creates a job of the calling thread. */
  WriteJob(Kind kind, Supplier<T> work) {
    this.kind = kind;
    this.work = work;
  }

  Kind kind() {
    return kind;
  }

  boolean isDone() {
    return done;
  }

  void run() {
    result = work.get();
  }

  void fail(Throwable why) {
    failure = why;
  }

  boolean hasFailed() {
    return failure != null;
  }

  /** Lets the caller go on. */
  void complete() {
    done = true;
    LockSupport.unpark(caller);
  }

  /** Waits for the end, through interrupts, since only the end tells whether it was committed. */
  @SuppressWarnings("NullAway") // The result is null only where T allows it.
  T await() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw WriteJob.<RuntimeException>sneaky(failure);
    }
    return result;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneaky(Throwable failure) throws E {
    throw (E) failure;
  }
}
