package com.truevault.web.host;

import com.truevault.Maintenance;
import com.truevault.health.Health;
import com.truevault.peer.PeerLists;
import com.truevault.subscription.BillingRounds;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on beside the requests: one thread delivers what is due, another publishes lists of
 * peers, a third tidies up, a fourth checks the servers, a fifth looks into what the payment
 * provider sent, a sixth does what is due about money, so that none waits for a long round of
 * another.
 */
final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final long STOP_SECONDS = 10;
  private static final long PUBLISH_MILLIS = 200;

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(6, work -> new Thread(work, "maintenance"));
  private final Maintenance maintenance;
  private final PeerLists lists;
  private final Health health;
  private final Runnable inbox;
  private final BillingRounds billing;

  Background(
      Maintenance maintenance,
      PeerLists lists,
      Health health,
      Runnable inbox,
      BillingRounds billing) {
    this.maintenance = maintenance;
    this.lists = lists;
    this.health = health;
    this.inbox = inbox;
    this.billing = billing;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Guarded work keeps its failures from the future.
  void start() {
    threads.scheduleWithFixedDelay(guarded(maintenance::deliver), 1, 1, TimeUnit.SECONDS);
    threads.scheduleWithFixedDelay(guarded(maintenance::sweep), 1, 1, TimeUnit.MINUTES);
    threads.scheduleWithFixedDelay(
        guarded(lists::publish), 0, PUBLISH_MILLIS, TimeUnit.MILLISECONDS);
    threads.scheduleWithFixedDelay(guarded(maintenance::tidy), 1, 60, TimeUnit.MINUTES);
    threads.scheduleWithFixedDelay(guarded(health::check), 60, 60, TimeUnit.SECONDS);
    threads.scheduleWithFixedDelay(guarded(inbox), 1, 1, TimeUnit.SECONDS);
    threads.scheduleWithFixedDelay(guarded(billing::run), 30, 60, TimeUnit.SECONDS);
  }

  /** A failure is noted and the next round comes; an executor would drop the work for good. */
  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (Throwable failure) {
        LOG.atError().setCause(failure).log("maintenance failed");
      }
    };
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
