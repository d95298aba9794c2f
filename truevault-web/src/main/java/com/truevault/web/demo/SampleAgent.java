package com.truevault.web.demo;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports once a minute, so that the devices of a demo that is left open stay connected. */
final class SampleAgent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SampleAgent.class);
  private static final long STOP_SECONDS = 10;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "sample-agent"));

  private SampleAgent() {}

  /** One that has begun. */
  @SuppressWarnings("FutureReturnValueIgnored") // Guarded work keeps its failures from the future.
  static SampleAgent reporting(SampleTraffic traffic) {
    SampleAgent agent = new SampleAgent();
    Instant start = traffic.now();
    agent.thread.scheduleWithFixedDelay(
        () -> {
          try {
            traffic.reportSince(start);
          } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("sample report failed");
          }
        },
        0,
        1,
        TimeUnit.MINUTES);
    return agent;
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
