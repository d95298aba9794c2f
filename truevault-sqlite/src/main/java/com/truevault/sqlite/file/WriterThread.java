package com.truevault.sqlite.file;

import org.jspecify.annotations.Nullable;

/** The thread of a writer; being on it means being inside that file's transaction. */
final class WriterThread extends Thread {
  private final Writer writer;

  WriterThread(Writer writer) {
    super("truevault-" + writer.options().file().folder() + "-writer");
    this.writer = writer;
    setDaemon(true);
  }

  static void refuseOther(Writer wanted) {
    Writer current = current();
    if (current != null) {
      throw new IllegalStateException(
          wanted.options().file().fileName()
              + " cannot be written inside a transaction of "
              + current.options().file().fileName()
              + "; send a message instead");
    }
  }

  private static @Nullable Writer current() {
    return Thread.currentThread() instanceof WriterThread thread ? thread.writer : null;
  }

  @Override
  public void run() {
    writer.loop();
  }
}
