package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.outbox.Delivery;
import com.truevault.outbox.Message;
import com.truevault.outbox.MessageStore;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteMessageStore implements MessageStore {
  private static final int MAX_ERROR = 500;

  private final SqliteFiles files;

  SqliteMessageStore(SqliteFiles files) {
    this.files = files;
  }

  @Override
  public void add(DataFile source, Message message) {
    files
        .get(source)
        .update(
            """
            insert into outbox (message_id, topic, subject, payload, created_at, next_attempt_at)
            values (:message_id, :topic, :subject, :payload, :created_at, :created_at)
            """,
            bind("message_id", message.id())
                .and("topic", message.topic())
                .and("subject", message.subject())
                .and("payload", FlatJson.write(message.payload()))
                .and("created_at", message.createdAt()));
  }

  @Override
  public List<Message> due(DataFile source, Instant now, int limit) {
    return files
        .get(source)
        .query(
            """
            select message_id, topic, subject, payload, created_at
              from outbox
             where state = 'new' and next_attempt_at <= :now
             order by rowid
             limit :limit
            """,
            bind("now", now).and("limit", limit),
            SqliteMessageStore::toMessage);
  }

  @Override
  public Optional<Delivery> find(DataFile source, String messageId) {
    return files
        .get(source)
        .find(
            """
            select rowid as number, message_id, topic, subject, payload, created_at, state,
                   attempts, next_attempt_at, last_error
              from outbox
             where message_id = :message_id
            """,
            bind("message_id", messageId),
            row -> toDelivery(source, row));
  }

  @Override
  public void done(DataFile source, String messageId) {
    files
        .get(source)
        .update(
            """
            update outbox
               set state = 'done', payload = '{}', last_error = null
             where message_id = :message_id
            """,
            bind("message_id", messageId));
  }

  @Override
  public void failed(DataFile source, String messageId, String error, Instant nextAttemptAt) {
    files
        .get(source)
        .update(
            """
            update outbox
               set attempts = attempts + 1, last_error = :error, next_attempt_at = :next_attempt_at
             where message_id = :message_id
            """,
            bind("message_id", messageId)
                .and("error", cut(error))
                .and("next_attempt_at", nextAttemptAt));
  }

  @Override
  public void dead(DataFile source, String messageId, String error) {
    files
        .get(source)
        .update(
            """
            update outbox
               set state = 'dead', attempts = attempts + 1, last_error = :error
             where message_id = :message_id
            """,
            bind("message_id", messageId).and("error", cut(error)));
  }

  @Override
  public boolean revive(DataFile source, String messageId, Instant now) {
    return files
            .get(source)
            .update(
                """
                update outbox
                   set state = 'new', attempts = 0, next_attempt_at = :now
                 where message_id = :message_id and state = 'dead'
                """,
                bind("message_id", messageId).and("now", now))
        > 0;
  }

  @Override
  public boolean discard(DataFile source, String messageId) {
    return files
            .get(source)
            .update(
                "delete from outbox where message_id = :message_id and state = 'dead'",
                bind("message_id", messageId))
        > 0;
  }

  @Override
  public Page<Delivery> dead(DataFile source, PageRequest page) {
    return Page.of(
        files
            .get(source)
            .query(
                """
                select rowid as number, message_id, topic, subject, payload, created_at, state,
                       attempts, next_attempt_at, last_error
                  from outbox
                 where state = 'dead' and rowid > :after
                 order by rowid
                 limit :limit
                """,
                bind("after", page.after()).and("limit", page.limit() + 1),
                row -> toDelivery(source, row)),
        page,
        Delivery::number);
  }

  @Override
  public Optional<Instant> oldestWaiting(DataFile source) {
    return files
        .get(source)
        .query(
            "select min(created_at) as oldest from outbox where state = 'new'",
            Parameters.none(),
            row -> Optional.ofNullable(row.instantOrNull("oldest")))
        .get(0);
  }

  @Override
  public Optional<Instant> oldestUndone(DataFile source) {
    return files
        .get(source)
        .query(
            "select min(created_at) as oldest from outbox where state in ('new', 'dead')",
            Parameters.none(),
            row -> Optional.ofNullable(row.instantOrNull("oldest")))
        .get(0);
  }

  @Override
  public int purgeDone(DataFile source, Instant before) {
    return files
        .get(source)
        .update(
            "delete from outbox where state = 'done' and created_at < :before",
            bind("before", before));
  }

  @Override
  public int purgeAccepted(DataFile target, Instant before) {
    return files
        .get(target)
        .update("delete from inbox where applied_at < :before", bind("before", before));
  }

  @Override
  public boolean accept(DataFile target, Message message, Instant now) {
    return files
            .get(target)
            .update(
                """
                insert into inbox (message_id, topic, applied_at)
                values (:message_id, :topic, :applied_at)
                    on conflict (message_id) do nothing
                """,
                bind("message_id", message.id())
                    .and("topic", message.topic())
                    .and("applied_at", now))
        > 0;
  }

  private static String cut(String error) {
    return error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
  }

  private static Message toMessage(Row row) {
    return new Message(
        row.text("message_id"),
        row.text("topic"),
        row.text("subject"),
        FlatJson.read(row.text("payload")),
        row.instant("created_at"));
  }

  private static Delivery toDelivery(DataFile source, Row row) {
    return new Delivery(
        source,
        row.number("number"),
        toMessage(row),
        row.constant("state", Delivery.State.class),
        row.integer("attempts"),
        row.instant("next_attempt_at"),
        row.textOrEmpty("last_error"));
  }
}
