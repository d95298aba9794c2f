package com.truevault.testing;

import com.truevault.outbox.Delivery;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageStore;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class InMemoryMessageStore implements MessageStore {
  private final InMemoryTransactions transactions;
  private final Map<DataFile, Boxes> boxes = new EnumMap<>(DataFile.class);

  InMemoryMessageStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    for (DataFile file : DataFile.values()) {
      boxes.put(file, Boxes.of(transactions, file));
    }
  }

  @Override
  public void add(DataFile source, Message message) {
    transactions.run(
        source,
        () -> {
          if (outbox(source).has(row -> row.hasId(message.id()))) {
            throw new IllegalStateException("message " + message.id() + " is there already");
          }
          outbox(source).add(new Row(message, Delivery.State.NEW, 0, message.createdAt(), ""));
        });
  }

  @Override
  public List<Message> due(DataFile source, Instant now, int limit) {
    return outbox(source)
        .all()
        .filter(row -> row.is(Delivery.State.NEW) && !row.nextAttemptAt().isAfter(now))
        .limit(limit)
        .map(Row::message)
        .toList();
  }

  @Override
  public Optional<Delivery> find(DataFile source, String messageId) {
    return outbox(source).rows().entrySet().stream()
        .filter(row -> row.getValue().hasId(messageId))
        .map(row -> row.getValue().delivery(source, row.getKey()))
        .findFirst();
  }

  @Override
  public void done(DataFile source, String messageId) {
    change(source, row -> row.hasId(messageId), Row::done);
  }

  @Override
  public void failed(DataFile source, String messageId, String error, Instant nextAttemptAt) {
    change(
        source,
        row -> row.hasId(messageId),
        row -> new Row(row.message(), row.state(), row.attempts() + 1, nextAttemptAt, error));
  }

  @Override
  public void dead(DataFile source, String messageId, String error) {
    change(
        source,
        row -> row.hasId(messageId),
        row ->
            new Row(
                row.message(),
                Delivery.State.DEAD,
                row.attempts() + 1,
                row.nextAttemptAt(),
                error));
  }

  @Override
  public boolean revive(DataFile source, String messageId, Instant now) {
    return change(
        source,
        row -> row.hasId(messageId) && row.is(Delivery.State.DEAD),
        row -> new Row(row.message(), Delivery.State.NEW, 0, now, row.lastError()));
  }

  @Override
  public boolean discard(DataFile source, String messageId) {
    return outbox(source).remove(row -> row.hasId(messageId) && row.is(Delivery.State.DEAD)) > 0;
  }

  @Override
  public Page<Delivery> dead(DataFile source, PageRequest page) {
    List<Delivery> dead =
        outbox(source).rows().tailMap(page.after(), false).entrySet().stream()
            .filter(row -> row.getValue().is(Delivery.State.DEAD))
            .limit(page.limit() + 1L)
            .map(row -> row.getValue().delivery(source, row.getKey()))
            .toList();
    return Page.of(dead, page, Delivery::number);
  }

  @Override
  public Optional<Instant> oldestWaiting(DataFile source) {
    return outbox(source)
        .all()
        .filter(row -> row.is(Delivery.State.NEW))
        .map(row -> row.message().createdAt())
        .min(Instant::compareTo);
  }

  @Override
  public Optional<Instant> oldestUndone(DataFile source) {
    return outbox(source)
        .all()
        .filter(row -> !row.is(Delivery.State.DONE))
        .map(row -> row.message().createdAt())
        .min(Instant::compareTo);
  }

  @Override
  public int purgeDone(DataFile source, Instant before) {
    return outbox(source)
        .remove(row -> row.is(Delivery.State.DONE) && row.message().createdAt().isBefore(before));
  }

  @Override
  public int purgeAccepted(DataFile target, Instant before) {
    return inbox(target).remove(applied -> applied.at().isBefore(before));
  }

  @Override
  public boolean accept(DataFile target, Message message, Instant now) {
    return transactions.write(
        target,
        () -> {
          boolean isNew = !inbox(target).has(applied -> applied.id().equals(message.id()));
          if (isNew) {
            inbox(target).add(new Applied(message.id(), now));
          }
          return isNew;
        });
  }

  private boolean change(DataFile source, Predicate<Row> wanted, UnaryOperator<Row> change) {
    return outbox(source).change(wanted, change) > 0;
  }

  private InMemoryTable<Row> outbox(DataFile file) {
    return boxes(file).outbox();
  }

  private InMemoryTable<Applied> inbox(DataFile file) {
    return boxes(file).inbox();
  }

  private Boxes boxes(DataFile file) {
    return boxes.getOrDefault(file, Boxes.of(transactions, file));
  }

  private record Boxes(InMemoryTable<Row> outbox, InMemoryTable<Applied> inbox) {
    static Boxes of(InMemoryTransactions transactions, DataFile file) {
      return new Boxes(
          new InMemoryTable<>(transactions, file), new InMemoryTable<>(transactions, file));
    }
  }

  private record Applied(String id, Instant at) {}

  private record Row(
      Message message,
      Delivery.State state,
      int attempts,
      Instant nextAttemptAt,
      String lastError) {
    boolean hasId(String id) {
      return message.id().equals(id);
    }

    boolean is(Delivery.State wanted) {
      return state == wanted;
    }

    Row done() {
      Message emptied =
          new Message(
              message.id(), message.topic(), message.subject(), Map.of(), message.createdAt());
      return new Row(emptied, Delivery.State.DONE, attempts, nextAttemptAt, "");
    }

    Delivery delivery(DataFile source, long number) {
      return new Delivery(source, number, message, state, attempts, nextAttemptAt, lastError);
    }
  }
}
