package com.truevault.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The same thing done by several threads that start together. */
public final class Race {
  private final List<Throwable> failures = new ArrayList<>();
  private int successes;

  private Race() {}

  /** Runs it on that many threads and waits for all of them. */
  public static Race of(int threads, Runnable work) {
    return each(threads, number -> work);
  }

  /** As {@link #of} with something of its own for each thread, numbered from 0. */
  public static Race each(int threads, IntFunction<Runnable> work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(threads);
    List<Future<@Nullable Void>> runners = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      runners.add(executor.submit(runner(start, work.apply(i))));
    }
    Race race = new Race();
    runners.forEach(race::count);
    executor.shutdown();
    return race;
  }

  private static Callable<@Nullable Void> runner(CountDownLatch start, Runnable work) {
    return () -> {
      start.countDown();
      start.await();
      work.run();
      return null;
    };
  }

  /** How many ended without an exception. */
  public int successes() {
    return successes;
  }

  /** What the others ended with. */
  public List<Throwable> failures() {
    return failures;
  }

  private void count(Future<@Nullable Void> runner) {
    try {
      runner.get();
      successes++;
    } catch (ExecutionException e) {
      failures.add(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
