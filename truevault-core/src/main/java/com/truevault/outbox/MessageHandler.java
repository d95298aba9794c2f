package com.truevault.outbox;

import com.truevault.store.DataFile;

/** What one topic does to one file. */
public interface MessageHandler {

  /** The topic this handler listens to; several handlers may share one. */
  String topic();

  /** The file that {@link #apply} writes. */
  DataFile target();

  /** Whether an administrator may discard a message of the topic that could not be applied. */
  default boolean isDispensable() {
    return true;
  }

  /**
   * Applies the message inside a transaction of the target; it may be called again if it fails.
   *
   * @param out takes further effects, committed with what this writes
   */
  void apply(Message message, Outgoing out);
}
