package com.truevault.web.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event as one line of JSON on the error stream; the output stream belongs to commands.
 * Lines wait up to 20 ms for company, since a write and a woken thread for each would cost more
 * than the request they tell of. When {@value #MAX_WAITING} lines wait, those below WARN are left
 * out and counted. Thread-safe.
 */
public final class JsonLines extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private static final int MAX_WAITING = 20_000;
  private static final long PAUSE_NANOS = 20_000_000;

  private final OutputStream out;
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger leftOut = new AtomicInteger();
  private @Nullable Thread writer;

  /** Creates an appender to the error stream. */
  public JsonLines() {
    this(new FileOutputStream(FileDescriptor.err));
  }

  JsonLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void start() {
    Thread thread = new Thread(this::writeUntilStopped, "log");
    thread.setDaemon(true);
    writer = thread;
    super.start();
    thread.start();
  }

  /** Writes what waits, and no more afterwards. */
  @Override
  public void stop() {
    super.stop();
    Thread thread = writer;
    if (thread != null) {
      LockSupport.unpark(thread);
      try {
        thread.join(2000);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    boolean isUrgent = event.getLevel().isGreaterOrEqual(Level.WARN);
    if (count.get() >= MAX_WAITING && !isUrgent) {
      leftOut.incrementAndGet();
      return;
    }
    waiting.add(LogLine.of(event));
    count.incrementAndGet();
    if (isUrgent) {
      LockSupport.unpark(writer);
    }
  }

  private void writeUntilStopped() {
    while (isStarted()) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      write();
    }
    write();
  }

  private void write() {
    StringBuilder batch = new StringBuilder();
    String line;
    while ((line = waiting.poll()) != null) {
      count.decrementAndGet();
      batch.append(line);
    }
    int lost = leftOut.getAndSet(0);
    if (lost > 0) {
      batch
          .append("{\"level\":\"warn\",\"message\":\"log lines left out\",\"count\":")
          .append(lost);
      batch.append("}\n");
    }
    try {
      out.write(batch.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException failure) {
      addError("log cannot be written", failure);
    }
  }
}
