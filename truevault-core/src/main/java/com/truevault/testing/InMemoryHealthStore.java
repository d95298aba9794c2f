package com.truevault.testing;

import com.truevault.health.Condition;
import com.truevault.health.HealthCheck;
import com.truevault.health.HealthDay;
import com.truevault.health.HealthHour;
import com.truevault.health.HealthStore;
import com.truevault.health.Tally;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryHealthStore implements HealthStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<HealthCheck> checks;
  private final InMemoryTable<Condition> conditions;
  private final InMemoryTable<HourRow> hours;
  private final InMemoryTable<DayRow> days;

  InMemoryHealthStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.checks = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.conditions = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.hours = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.days = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public void add(List<HealthCheck> added) {
    transactions.run(DataFile.SERVERS, () -> added.forEach(checks::add));
  }

  @Override
  public List<HealthCheck> recent(ServerKey server, int limit) {
    return checks.rows().descendingMap().values().stream()
        .filter(check -> check.server().equals(server))
        .sorted(Comparator.comparing(HealthCheck::at).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Condition> conditions() {
    return conditions.all().toList();
  }

  @Override
  public List<Condition> offline() {
    return conditions.all().filter(Condition::isOffline).toList();
  }

  @Override
  public void put(List<Condition> changed) {
    transactions.run(
        DataFile.SERVERS,
        () ->
            changed.forEach(
                condition -> {
                  conditions.remove(row -> row.server().equals(condition.server()));
                  conditions.add(condition);
                }));
  }

  @Override
  public Optional<Instant> newestHour() {
    return hours.all().map(HourRow::start).max(Instant::compareTo);
  }

  @Override
  public void countHours(Instant from) {
    Map<HourKey, Tally> counted =
        checks
            .all()
            .filter(check -> !check.at().isBefore(from))
            .collect(Collectors.toMap(HourKey::of, Tally::of, Tally::plus));
    transactions.run(
        DataFile.SERVERS,
        () ->
            counted.forEach(
                (key, tally) -> {
                  hours.remove(row -> row.key().equals(key));
                  hours.add(new HourRow(key, tally));
                }));
  }

  @Override
  public void countDays(LocalDate from) {
    Map<DayKey, Tally> counted =
        hours
            .all()
            .filter(hour -> !DayKey.of(hour).day().isBefore(from))
            .collect(Collectors.toMap(DayKey::of, HourRow::tally, Tally::plus));
    transactions.run(
        DataFile.SERVERS,
        () ->
            counted.forEach(
                (key, tally) -> {
                  days.remove(row -> row.key().equals(key));
                  days.add(new DayRow(key, tally));
                }));
  }

  @Override
  public List<HealthHour> hours(ServerKey server, Instant from, Instant end) {
    return hours
        .all()
        .filter(row -> row.key().server().equals(server))
        .filter(row -> !row.start().isBefore(from) && row.start().isBefore(end))
        .map(row -> new HealthHour(row.start(), row.tally()))
        .sorted(Comparator.comparing(HealthHour::start))
        .toList();
  }

  @Override
  public List<HealthDay> days(ServerKey server, LocalDate from, LocalDate end) {
    return days.all()
        .filter(row -> row.key().server().equals(server))
        .filter(row -> !row.key().day().isBefore(from) && row.key().day().isBefore(end))
        .map(row -> new HealthDay(row.key().day(), row.tally()))
        .sorted(Comparator.comparing(HealthDay::day))
        .toList();
  }

  @Override
  public void forget(Instant checksBefore, Instant hoursBefore, LocalDate daysBefore) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          checks.remove(check -> check.at().isBefore(checksBefore));
          hours.remove(row -> row.start().isBefore(hoursBefore));
          days.remove(row -> row.key().day().isBefore(daysBefore));
        });
  }

  private record HourKey(ServerKey server, Instant start) {
    static HourKey of(HealthCheck check) {
      return new HourKey(check.server(), check.at().truncatedTo(ChronoUnit.HOURS));
    }
  }

  private record HourRow(HourKey key, Tally tally) {
    Instant start() {
      return key.start();
    }
  }

  private record DayKey(ServerKey server, LocalDate day) {
    static DayKey of(HourRow hour) {
      return new DayKey(hour.key().server(), LocalDate.ofInstant(hour.start(), ZoneOffset.UTC));
    }
  }

  private record DayRow(DayKey key, Tally tally) {}
}
