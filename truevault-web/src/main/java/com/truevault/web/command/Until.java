package com.truevault.web.command;

import java.util.concurrent.CountDownLatch;

/** Keeps a command running until the process is asked to end, then stops in order. */
final class Until {
  private Until() {}

  static void ended(Runnable stop) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  stopped.countDown();
                },
                "shutdown"));
    stopped.await();
  }
}
