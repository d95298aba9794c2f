package com.truevault.web.command;

import com.truevault.web.host.Host;
import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the process is asked to end, then stops the host in order. */
final class Until {
  private Until() {}

  static void ended(Host host) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  host.close();
                  stopped.countDown();
                },
                "shutdown"));
    stopped.await();
  }
}
