package com.truevault.outbox;

import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries messages from the outbox of one file to the files and outside parts they are meant for.
 *
 * <p>An effect on a file is applied exactly once: the file's inbox row is written in the same
 * transaction. A failed delivery is tried again after 1 s, doubling up to 1 h; after {@value
 * #MAX_ATTEMPTS} tries it is dead and waits for an administrator. Safe for use by many threads.
 */
public final class Relay {
  /** How often a message is tried before it is given up. */
  public static final int MAX_ATTEMPTS = 20;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int BATCH = 100;

  private final Transactions transactions;
  private final MessageStore messages;
  private final InstantSource clock;
  private final Map<String, List<MessageHandler>> handlers = new TreeMap<>();
  private final Map<String, OutsideEffect> outside = new TreeMap<>();
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  /** A relay that knows no topic yet. */
  public Relay(Transactions transactions, MessageStore messages, InstantSource clock) {
    this.transactions = transactions;
    this.messages = messages;
    this.clock = clock;
  }

  /** Adds a handler; call before the first delivery. At most one for a topic and file. */
  public void handle(MessageHandler handler) {
    List<MessageHandler> known = handlers.computeIfAbsent(handler.topic(), t -> new ArrayList<>());
    if (known.stream().anyMatch(other -> other.target() == handler.target())) {
      throw new IllegalStateException(
          "two handlers of " + handler.topic() + " write " + handler.target().fileName());
    }
    known.add(handler);
  }

  /** Adds an effect outside the files; call before the first delivery. */
  public void handle(OutsideEffect effect) {
    if (outside.putIfAbsent(effect.topic(), effect) != null) {
      throw new IllegalStateException("two outside effects of " + effect.topic());
    }
  }

  /** Whether no handler of the topic insists on its messages. */
  boolean mayDiscard(String topic) {
    return handlers.getOrDefault(topic, List.of()).stream().allMatch(MessageHandler::isDispensable);
  }

  /** Tries what is due in every outbox once; returns how many were applied. */
  public int deliverDue() {
    int applied = 0;
    for (DataFile source : DataFile.values()) {
      for (Message message : messages.due(source, clock.instant(), BATCH)) {
        applied += deliver(source, message) ? 1 : 0;
      }
    }
    outside.values().forEach(OutsideEffect::roundOver);
    return applied;
  }

  /**
   * Applies a message to the files at once, so that whoever caused it sees it. What reaches outside
   * waits for the next round: nobody waits for a mail server, nor learns from the wait whether a
   * mail was sent.
   */
  void deliverNow(DataFile source, Message message) {
    if (!outside.containsKey(message.topic())) {
      deliver(source, message);
    }
  }

  /** Tries one message now; a failure is noted in its outbox, not thrown. */
  public boolean deliver(DataFile source, Message message) {
    if (!inFlight.add(message.id())) {
      return false;
    }
    try {
      apply(message);
      messages.done(source, message.id());
      return true;
    } catch (RuntimeException e) {
      note(source, message, e);
      return false;
    } finally {
      inFlight.remove(message.id());
    }
  }

  private void apply(Message message) {
    List<MessageHandler> known = handlers.getOrDefault(message.topic(), List.of());
    OutsideEffect effect = outside.get(message.topic());
    if (known.isEmpty() && effect == null) {
      throw new IllegalStateException("nobody handles " + message.topic());
    }
    for (MessageHandler handler : known) {
      List<Message> further = new ArrayList<>();
      transactions.run(handler.target(), () -> applyOnce(handler, message, further));
      further.forEach(next -> deliverNow(handler.target(), next));
    }
    if (effect != null) {
      effect.apply(message);
    }
  }

  private void applyOnce(MessageHandler handler, Message message, List<Message> further) {
    further.clear();
    if (messages.accept(handler.target(), message, clock.instant())) {
      handler.apply(
          message,
          (topic, subject, payload) -> {
            // Derived ids make a repeated application send the same messages.
            String id = TokenHash.of(message.id() + topic + further.size()).value();
            Message next = new Message(id, topic, subject, payload, clock.instant());
            messages.add(handler.target(), next);
            further.add(next);
          });
    }
  }

  private void note(DataFile source, Message message, RuntimeException failure) {
    String error = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    try {
      int attempts =
          messages.find(source, message.id()).map(Delivery::attempts).orElse(MAX_ATTEMPTS);
      if (failure instanceof HopelessException || attempts + 1 >= MAX_ATTEMPTS) {
        messages.dead(source, message.id(), error);
      } else {
        messages.failed(source, message.id(), error, nextAttempt(attempts));
      }
    } catch (RuntimeException e) {
      // The row stays as it was and is tried in the next round.
      failure.addSuppressed(e);
    }
  }

  private Instant nextAttempt(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
    return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }
}
