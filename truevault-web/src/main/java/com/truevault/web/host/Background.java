package com.truevault.web.host;

import com.truevault.Maintenance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread beside the requests: delivers what is due and tidies up. */
final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final long STOP_SECONDS = 10;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "maintenance"));
  private final Maintenance maintenance;

  Background(Maintenance maintenance) {
    this.maintenance = maintenance;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Guarded work keeps its failures from the future.
  void start() {
    thread.scheduleWithFixedDelay(guarded(maintenance::deliver), 1, 1, TimeUnit.SECONDS);
    thread.scheduleWithFixedDelay(guarded(maintenance::tidy), 1, 60, TimeUnit.MINUTES);
  }

  /** A failure is noted and the next round comes; an executor would drop the work for good. */
  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException failure) {
        LOG.atError().setCause(failure).log("maintenance failed");
      }
    };
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
