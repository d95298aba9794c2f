package com.truevault.peer;

import com.truevault.server.ServerKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Those who wait for news of a server, none of them on a thread. Thread-safe. */
final class Waiters {
  private final Map<ServerKey, Set<Waiter>> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private static final class Waiter {
    private final CompletableFuture<Boolean> news = new CompletableFuture<>();
  }

  /**
   * Completes with true on news, with false when the time is over or nobody is to wait.
   *
   * @param isNewsAlready asked once from now on any news would be heard of
   */
  CompletableFuture<Boolean> add(
      ServerKey server, Duration longest, BooleanSupplier isNewsAlready) {
    Waiter waiter = new Waiter();
    Set<Waiter> others = waiting.computeIfAbsent(server, key -> ConcurrentHashMap.newKeySet());
    others.add(waiter);
    if (isNewsAlready.getAsBoolean()) {
      waiter.news.complete(true);
    } else if (closed) {
      waiter.news.complete(false);
    }
    return waiter
        .news
        .completeOnTimeout(false, longest.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((isNews, failure) -> others.remove(waiter));
  }

  void wake(ServerKey server) {
    waiting.getOrDefault(server, Set.of()).forEach(waiter -> waiter.news.complete(true));
  }

  /** Lets everybody go, and from now on nobody wait. */
  void close() {
    closed = true;
    waiting.values().forEach(all -> all.forEach(waiter -> waiter.news.complete(false)));
  }

  int count() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }
}
