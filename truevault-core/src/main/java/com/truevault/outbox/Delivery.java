package com.truevault.outbox;

import com.truevault.store.DataFile;
import java.time.Instant;

/**
 * A message together with how its delivery stands.
 *
 * @param source the file whose outbox holds it
 * @param number ascending within that outbox, for paging
 * @param attempts how often it was tried
 * @param nextAttemptAt not tried before this
 * @param lastError why the last try failed; empty if none did
 */
public record Delivery(
    DataFile source,
    long number,
    Message message,
    State state,
    int attempts,
    Instant nextAttemptAt,
    String lastError) {

  /** How a delivery stands. */
  public enum State {
    /** To be tried, or to be tried again. */
    NEW,
    /** Applied. */
    DONE,
    /** Given up; an administrator may retry or discard it. */
    DEAD
  }
}
