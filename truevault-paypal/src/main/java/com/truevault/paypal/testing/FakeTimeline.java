package com.truevault.paypal.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is going to happen, in the order of time; what is due at one moment, as it was planned. */
final class FakeTimeline {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
  private long planned;
  private Instant now;

  FakeTimeline(Instant now) {
    this.now = now;
  }

  /** The moment that is being lived through. */
  Instant now() {
    return now;
  }

  void plan(Instant at, Runnable work) {
    tasks.add(new Task(at, planned++, work));
  }

  @Nullable Instant next() {
    Task next = tasks.peek();
    return next == null ? null : next.at();
  }

  /** Lives through everything up to that moment; time never goes back. */
  void reach(Instant until) {
    for (Task next = tasks.peek(); next != null && !next.at().isAfter(until); next = tasks.peek()) {
      tasks.remove();
      pass(next.at());
      next.work().run();
    }
    pass(until);
  }

  private void pass(Instant at) {
    if (at.isAfter(now)) {
      now = at;
    }
  }

  private record Task(Instant at, long number, Runnable work) {}
}
