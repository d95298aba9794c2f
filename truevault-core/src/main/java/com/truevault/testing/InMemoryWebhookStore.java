package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class InMemoryWebhookStore implements WebhookStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Row> rows;

  InMemoryWebhookStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public boolean add(WebhookDelivery delivery) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          boolean isNew = !rows.has(row -> row.isSameAs(delivery));
          if (isNew) {
            rows.add(new Row(delivery, delivery.receivedAt()));
          }
          return isNew;
        });
  }

  @Override
  public Optional<WebhookDelivery> find(String transmissionId) {
    return rows.first(row -> row.is(transmissionId)).map(Row::delivery);
  }

  @Override
  public List<WebhookDelivery> due(Instant now, int limit) {
    return rows.all()
        .filter(
            row -> row.delivery().state() == DeliveryState.NEW && !row.nextAttemptAt().isAfter(now))
        .limit(limit)
        .map(Row::delivery)
        .toList();
  }

  @Override
  public void update(WebhookDelivery delivery, Instant nextAttemptAt) {
    rows.change(
        row -> row.is(delivery.transmissionId()), row -> row.updated(delivery, nextAttemptAt));
  }

  @Override
  public Page<WebhookDelivery> newest(String text, PageRequest request) {
    Page<Row> page = rows.newestFirst(request, row -> row.holds(text));
    return new Page<>(page.items().stream().map(Row::delivery).toList(), page.next());
  }

  @Override
  public int purge(Instant before) {
    return rows.remove(row -> row.isLookedInto() && row.delivery().receivedAt().isBefore(before));
  }

  private record Row(WebhookDelivery delivery, Instant nextAttemptAt) {
    boolean is(String transmissionId) {
      return delivery.transmissionId().equals(transmissionId);
    }

    boolean isSameAs(WebhookDelivery other) {
      return is(other.transmissionId())
          || (delivery.eventId().equals(other.eventId())
              && delivery.eventType().equals(other.eventType()));
    }

    boolean isLookedInto() {
      return delivery.state() == DeliveryState.DONE || delivery.state() == DeliveryState.IGNORED;
    }

    boolean holds(String text) {
      String wanted = text.toLowerCase(Locale.ROOT);
      return List.of(delivery.eventType(), delivery.eventId(), delivery.transmissionId()).stream()
          .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }

    Row updated(WebhookDelivery now, Instant next) {
      return new Row(
          new WebhookDelivery(
              delivery.eventId(),
              delivery.eventType(),
              delivery.transmissionId(),
              delivery.headers(),
              delivery.body(),
              delivery.verdict(),
              delivery.receivedAt(),
              now.state(),
              now.attempts(),
              now.lastError()),
          next);
    }
  }
}
