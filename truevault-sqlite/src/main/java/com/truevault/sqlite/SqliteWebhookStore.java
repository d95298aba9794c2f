package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteWebhookStore implements WebhookStore {
  private final SqliteFile billing;

  SqliteWebhookStore(SqliteFile billing) {
    this.billing = billing;
  }

  @Override
  public boolean add(WebhookDelivery delivery) {
    return billing.update(
            """
            insert into webhook_deliveries
              (event_id, event_type, transmission_id, headers, body, verdict, received_at, state,
               attempts, next_attempt_at, last_error)
            values
              (:event_id, :event_type, :transmission_id, :headers, :body, :verdict, :received_at,
               :state, :attempts, :received_at, substr(:last_error, 1, 2000))
                on conflict do nothing
            """,
            bind("event_id", delivery.eventId())
                .and("event_type", delivery.eventType())
                .and("transmission_id", delivery.transmissionId())
                .and("headers", FlatJson.write(delivery.headers()))
                .and("body", delivery.body())
                .and("verdict", delivery.verdict())
                .and("received_at", delivery.receivedAt())
                .and("state", delivery.state())
                .and("attempts", delivery.attempts())
                .and("last_error", delivery.lastError()))
        > 0;
  }

  @Override
  public Optional<WebhookDelivery> find(String transmissionId) {
    return billing.find(
        "select * from webhook_deliveries where transmission_id = :transmission_id",
        bind("transmission_id", transmissionId),
        SqliteWebhookStore::toDelivery);
  }

  @Override
  public List<WebhookDelivery> due(Instant now, int limit) {
    return billing.query(
        """
        select *
          from webhook_deliveries
         where state = 'new' and next_attempt_at <= :now
         order by id
         limit :limit
        """,
        bind("now", now).and("limit", limit),
        SqliteWebhookStore::toDelivery);
  }

  @Override
  public void update(WebhookDelivery delivery, Instant nextAttemptAt) {
    billing.update(
        """
        update webhook_deliveries
           set state = :state,
               attempts = :attempts,
               next_attempt_at = :next_attempt_at,
               last_error = substr(:last_error, 1, 2000)
         where transmission_id = :transmission_id
        """,
        bind("transmission_id", delivery.transmissionId())
            .and("state", delivery.state())
            .and("attempts", delivery.attempts())
            .and("next_attempt_at", nextAttemptAt)
            .and("last_error", delivery.lastError()));
  }

  @Override
  public Page<WebhookDelivery> newest(String text, PageRequest request) {
    return Numbered.page(
        billing.query(
            """
            select *
              from webhook_deliveries
             where (:after = 0 or id < :after)
               and (instr(lower(event_type), lower(:text)) > 0
                     or instr(lower(event_id), lower(:text)) > 0
                     or instr(lower(transmission_id), lower(:text)) > 0)
             order by id desc
             limit :limit
            """,
            bind("after", request.after()).and("text", text).and("limit", request.limit() + 1),
            row -> new Numbered<>(row.number("id"), toDelivery(row))),
        request);
  }

  @Override
  public int purge(Instant before) {
    return billing.update(
        """
        delete from webhook_deliveries
         where state in ('done', 'ignored') and received_at < :before
        """,
        bind("before", before));
  }

  private static WebhookDelivery toDelivery(Row row) {
    return new WebhookDelivery(
        row.text("event_id"),
        row.text("event_type"),
        row.text("transmission_id"),
        FlatJson.read(row.text("headers")),
        row.bytes("body"),
        row.text("verdict"),
        row.instant("received_at"),
        row.constant("state", DeliveryState.class),
        row.integer("attempts"),
        row.text("last_error"));
  }
}
