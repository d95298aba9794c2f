package com.truevault.peer;

import com.truevault.server.ServerKey;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Those who wait for news of a server, none of them on a thread. Thread-safe. */
final class Waiters {
  private final Map<ServerKey, Set<CompletableFuture<Boolean>>> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Completes with true on news, with false when the time is over or nobody is to wait. */
  CompletableFuture<Boolean> add(ServerKey server, Duration longest) {
    CompletableFuture<Boolean> news = new CompletableFuture<>();
    Set<CompletableFuture<Boolean>> others =
        waiting.computeIfAbsent(server, key -> ConcurrentHashMap.newKeySet());
    others.add(news);
    news.completeOnTimeout(false, longest.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((isNews, failure) -> others.remove(news));
    if (closed) {
      news.complete(false);
    }
    return news;
  }

  void wake(ServerKey server) {
    waiting.getOrDefault(server, Set.of()).forEach(news -> news.complete(true));
  }

  /** Lets everybody go, and from now on nobody wait. */
  void close() {
    closed = true;
    waiting.values().forEach(all -> all.forEach(news -> news.complete(false)));
  }

  int count() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }
}
