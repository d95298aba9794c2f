package com.truevault.outbox;

import com.truevault.secret.RandomIds;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Transactions whose effects reach other files. What the work sends is committed with its rows;
 * then each message to a file is delivered at once on the calling thread, so that people see what
 * they just did. What reaches outside, and what fails, is left to the {@link Relay}'s next round.
 * Safe for many threads.
 */
public final class Effects {
  private final Transactions transactions;
  private final MessageStore messages;
  private final Relay relay;
  private final RandomIds random;
  private final InstantSource clock;

  /** Joins transactions, outboxes and the relay. */
  public Effects(
      Transactions transactions,
      MessageStore messages,
      Relay relay,
      RandomIds random,
      InstantSource clock) {
    this.transactions = transactions;
    this.messages = messages;
    this.relay = relay;
    this.random = random;
    this.clock = clock;
  }

  /** The time now. */
  public Instant now() {
    return clock.instant();
  }

  /** Where random ids come from. */
  public RandomIds random() {
    return random;
  }

  /** Runs the work in one transaction of the file, commits, and delivers what it sent. */
  public <T extends @Nullable Object> T write(DataFile file, Function<Outgoing, T> work) {
    List<Message> sent = new ArrayList<>();
    T result =
        transactions.write(
            file,
            () -> {
              // A transaction may be run again by its adapter; only the last run counts.
              sent.clear();
              return work.apply(
                  (topic, subject, payload) -> add(file, sent, topic, subject, payload));
            });
    sent.forEach(message -> relay.deliverNow(file, message));
    return result;
  }

  /** As {@link #write} for work without a result. */
  public void run(DataFile file, Consumer<Outgoing> work) {
    this.<@Nullable Object>write(
        file,
        out -> {
          work.accept(out);
          return null;
        });
  }

  private void add(
      DataFile file,
      List<Message> sent,
      String topic,
      String subject,
      Map<String, String> payload) {
    Message message = new Message(random.id(), topic, subject, payload, clock.instant());
    messages.add(file, message);
    sent.add(message);
  }
}
