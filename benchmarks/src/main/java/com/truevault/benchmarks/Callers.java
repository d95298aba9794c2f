package com.truevault.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads that call at the same time. */
final class Callers implements AutoCloseable {
  private final int count;
  private final ExecutorService threads;

  Callers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  int count() {
    return count;
  }

  /** Lets each caller do its work; returns the nanoseconds from the start to the last one's end. */
  <T> long run(IntFunction<Callable<T>> work) throws Exception {
    CountDownLatch ready = new CountDownLatch(count);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<T>> ends = new ArrayList<>();
    for (int caller = 0; caller < count; caller++) {
      Callable<T> own = work.apply(caller);
      ends.add(
          threads.submit(
              () -> {
                ready.countDown();
                go.await();
                return own.call();
              }));
    }
    ready.await();
    long start = System.nanoTime();
    go.countDown();
    for (Future<T> end : ends) {
      end.get();
    }
    return System.nanoTime() - start;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
