package com.truevault.sqlite.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many threads that do something each. */
public final class Crowd {
  private Crowd() {}

  /**
   * Runs one task per thread; returns what each threw, in order, without those that threw nothing.
   */
  public static List<Throwable> run(int threads, IntFunction<Callable<?>> task)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(pool.submit(task.apply(i)));
      }
      List<Throwable> thrown = new ArrayList<>();
      for (Future<?> future : futures) {
        try {
          future.get();
        } catch (ExecutionException e) {
          thrown.add(e.getCause());
        }
      }
      return thrown;
    } finally {
      pool.shutdown();
    }
  }
}
