package com.truevault.outbox;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an administrator sees of messages in trouble, and does about them. Safe for many threads.
 */
public final class Deliveries {
  private static final Duration KEPT = Duration.ofDays(7);

  private final MessageStore messages;
  private final Relay relay;
  private final InstantSource clock;

  /** Joins the outboxes and the relay. */
  public Deliveries(MessageStore messages, Relay relay, InstantSource clock) {
    this.messages = messages;
    this.relay = relay;
    this.clock = clock;
  }

  /** Dead messages of one file, oldest first. */
  public Page<Delivery> dead(DataFile source, PageRequest page) {
    return messages.dead(source, page);
  }

  /** Tries a dead message again at once. */
  public void retry(DataFile source, String messageId) {
    if (!messages.revive(source, messageId, clock.instant())) {
      throw notDead(source, messageId);
    }
    messages.find(source, messageId).ifPresent(d -> relay.deliver(source, d.message()));
  }

  /** Removes a dead message; its effect never happens. */
  public void discard(DataFile source, String messageId) {
    if (!messages.discard(source, messageId)) {
      throw notDead(source, messageId);
    }
  }

  /** How long the oldest undelivered message has been waiting; zero if none waits. */
  public Duration lag() {
    return oldest(file -> messages.oldestWaiting(file).stream())
        .map(since -> Duration.between(since, clock.instant()))
        .orElse(Duration.ZERO);
  }

  /**
   * Forgets messages that were applied more than seven days ago. What an inbox accepted is kept for
   * as long as any message of its time may still be tried, so that none is applied twice.
   */
  public void purge() {
    Instant before = clock.instant().minus(KEPT);
    Instant undone =
        oldest(file -> messages.oldestUndone(file).stream()).filter(before::isAfter).orElse(before);
    for (DataFile file : DataFile.values()) {
      messages.purgeDone(file, before);
      messages.purgeAccepted(file, undone);
    }
  }

  private static Optional<Instant> oldest(Function<DataFile, Stream<Instant>> inFile) {
    return Arrays.stream(DataFile.values()).flatMap(inFile).min(Instant::compareTo);
  }

  private static TrueVaultException notDead(DataFile source, String messageId) {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "message-not-found",
        "no dead message " + messageId + " in " + source.fileName() + "; reload the list");
  }
}
