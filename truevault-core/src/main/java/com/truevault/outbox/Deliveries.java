package com.truevault.outbox;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
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
  private final Effects effects;
  private final Witness witness;

  /** Joins the outboxes, the relay, and whoever notes what administrators do. */
  public Deliveries(MessageStore messages, Relay relay, Effects effects, Witness witness) {
    this.messages = messages;
    this.relay = relay;
    this.effects = effects;
    this.witness = witness;
  }

  /** Notes what an administrator did, in the transaction that does it. */
  @FunctionalInterface
  public interface Witness {
    /** Sends the note on its way with what was done. */
    void note(
        Outgoing out, String actor, String action, String subject, Map<String, String> detail);
  }

  /** Dead messages of one file, oldest first. */
  public Page<Delivery> dead(DataFile source, PageRequest page) {
    return messages.dead(source, page);
  }

  /** Tries a dead message again at once. */
  public void retry(String actor, DataFile source, String messageId) {
    Message message = require(source, messageId);
    effects.run(
        source,
        out -> {
          if (!messages.revive(source, messageId, effects.now())) {
            throw notDead(source, messageId);
          }
          note(out, actor, "message.retried", source, message);
        });
    relay.deliver(source, message);
  }

  /**
   * Removes a dead message; its effect never happens.
   *
   * @throws TrueVaultException CONFLICT if its effect must happen, as entries of the audit log must
   */
  public void discard(String actor, DataFile source, String messageId) {
    Message message = require(source, messageId);
    if (!relay.mayDiscard(message.topic())) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "message-kept",
          "messages about " + message.topic() + " are never discarded; mend the cause and retry");
    }
    effects.run(
        source,
        out -> {
          if (!messages.discard(source, messageId)) {
            throw notDead(source, messageId);
          }
          note(out, actor, "message.discarded", source, message);
        });
  }

  private Message require(DataFile source, String messageId) {
    return messages
        .find(source, messageId)
        .filter(delivery -> delivery.state() == Delivery.State.DEAD)
        .map(Delivery::message)
        .orElseThrow(() -> notDead(source, messageId));
  }

  private void note(Outgoing out, String actor, String action, DataFile source, Message message) {
    Map<String, String> detail =
        Map.of("file", source.fileName(), "topic", message.topic(), "about", message.subject());
    witness.note(out, actor, action, message.id(), detail);
  }

  /** How long the oldest undelivered message has been waiting; zero if none waits. */
  public Duration lag() {
    return oldest(file -> messages.oldestWaiting(file).stream())
        .map(since -> Duration.between(since, effects.now()))
        .orElse(Duration.ZERO);
  }

  /**
   * Forgets messages that were applied more than seven days ago. What an inbox accepted is kept for
   * as long as any message of its time may still be tried, so that none is applied twice.
   */
  public void purge() {
    Instant before = effects.now().minus(KEPT);
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
