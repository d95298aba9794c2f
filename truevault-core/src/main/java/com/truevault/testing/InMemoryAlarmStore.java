package com.truevault.testing;

import com.truevault.health.Alarm;
import com.truevault.health.AlarmKind;
import com.truevault.health.AlarmStore;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryAlarmStore implements AlarmStore {
  private static final Comparator<Alarm> BY_START = Comparator.comparing(Alarm::raisedAt);

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Alarm> rows;

  InMemoryAlarmStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public boolean raise(Alarm alarm) {
    return transactions.write(
        DataFile.SERVERS,
        () -> {
          boolean isNew =
              !rows.has(row -> row.isOpen() && row.concerns(alarm.server(), alarm.kind()));
          if (isNew) {
            rows.add(alarm);
          }
          return isNew;
        });
  }

  @Override
  public boolean clear(ServerKey server, AlarmKind kind, Instant at) {
    return rows.change(row -> row.isOpen() && row.concerns(server, kind), row -> row.cleared(at))
        > 0;
  }

  @Override
  public List<Alarm> open() {
    return rows.all().filter(Alarm::isOpen).sorted(BY_START).toList();
  }

  @Override
  public List<Alarm> recent(ServerKey server, int limit) {
    return rows.rows().descendingMap().values().stream()
        .filter(row -> row.server().equals(server))
        .sorted(BY_START.reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Alarm> during(ServerKey server, Instant from, Instant end) {
    return rows.all()
        .filter(row -> row.server().equals(server) && row.raisedAt().isBefore(end))
        .filter(row -> !isOverBy(row, from))
        .sorted(BY_START)
        .toList();
  }

  @Override
  public void forget(Instant before) {
    rows.remove(
        row -> {
          Instant cleared = row.clearedAt();
          return cleared != null && cleared.isBefore(before);
        });
  }

  private static boolean isOverBy(Alarm alarm, Instant at) {
    Instant cleared = alarm.clearedAt();
    return cleared != null && !cleared.isAfter(at);
  }
}
