package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.health.Condition;
import com.truevault.health.HealthCheck;
import com.truevault.health.HealthDay;
import com.truevault.health.HealthHour;
import com.truevault.health.HealthKind;
import com.truevault.health.HealthStore;
import com.truevault.health.Tally;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sums are made by SQLite, so that no check is read to be counted. */
final class SqliteHealthStore implements HealthStore {
  private final SqliteFile servers;

  SqliteHealthStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public void add(List<HealthCheck> checks) {
    each(checks, this::add);
  }

  private void add(HealthCheck check) {
    Duration trip = check.roundTrip();
    servers.update(
        """
        insert into server_health
          (server_key, check_time, is_online, response_time_ms, error_message, kind, is_planned)
        values
          (:server_key, :check_time, :is_online, :response_time_ms, :error_message, :kind,
           :is_planned)
        """,
        bind("server_key", check.server().value())
            .and("check_time", check.at())
            .and("is_online", check.online())
            .and("response_time_ms", trip == null ? null : trip.toMillis())
            .and("error_message", check.detail())
            .and("kind", check.kind())
            .and("is_planned", check.planned()));
  }

  @Override
  public List<HealthCheck> recent(ServerKey server, int limit) {
    return servers.query(
        """
        select server_key, check_time, kind, response_time_ms, error_message, is_planned
          from server_health
         where server_key = :server_key and kind is not null
         order by check_time desc, id desc
         limit :limit
        """,
        bind("server_key", server.value()).and("limit", limit),
        SqliteHealthStore::toCheck);
  }

  @Override
  public List<Condition> conditions() {
    return servers.query(
        "select server_key, failures, checked_at, offline_since from server_condition",
        Parameters.none(),
        SqliteHealthStore::toCondition);
  }

  @Override
  public List<Condition> offline() {
    return servers.query(
        """
        select server_key, failures, checked_at, offline_since
          from server_condition
         where offline_since is not null
        """,
        Parameters.none(),
        SqliteHealthStore::toCondition);
  }

  @Override
  public void put(List<Condition> conditions) {
    each(conditions, this::put);
  }

  private void put(Condition condition) {
    servers.update(
        """
        insert or replace into server_condition (server_key, failures, checked_at, offline_since)
        values (:server_key, :failures, :checked_at, :offline_since)
        """,
        bind("server_key", condition.server().value())
            .and("failures", condition.failures())
            .and("checked_at", condition.checkedAt())
            .and("offline_since", condition.offlineSince()));
  }

  @Override
  public Optional<Instant> newestHour() {
    return servers.find(
        "select starts_at from server_health_hours order by starts_at desc limit 1",
        Parameters.none(),
        row -> row.instant("starts_at"));
  }

  @Override
  public void countHours(Instant from) {
    servers.update(
        """
        insert or replace into server_health_hours
          (server_key, starts_at, checks, online_checks, planned_checks, response_ms_total, answers)
        select server_key,
               substr(check_time, 1, 13) || ':00:00.000',
               count(*),
               sum(is_online and not is_planned),
               sum(is_planned),
               coalesce(sum(response_time_ms), 0),
               count(response_time_ms)
          from server_health
         where check_time >= :from
         group by server_key, substr(check_time, 1, 13)
        """,
        bind("from", from));
  }

  @Override
  public void countDays(LocalDate from) {
    servers.update(
        """
        insert or replace into server_health_days
          (server_key, day, checks, online_checks, planned_checks, response_ms_total, answers)
        select server_key,
               substr(starts_at, 1, 10),
               sum(checks),
               sum(online_checks),
               sum(planned_checks),
               sum(response_ms_total),
               sum(answers)
          from server_health_hours
         where starts_at >= :from
         group by server_key, substr(starts_at, 1, 10)
        """,
        bind("from", from.toString()));
  }

  @Override
  public List<HealthHour> hours(ServerKey server, Instant from, Instant end) {
    return servers.query(
        """
        select starts_at, checks, online_checks, planned_checks, response_ms_total, answers
          from server_health_hours
         where server_key = :server_key and starts_at >= :from and starts_at < :end
         order by starts_at
        """,
        bind("server_key", server.value()).and("from", from).and("end", end),
        row -> new HealthHour(row.instant("starts_at"), toTally(row)));
  }

  @Override
  public List<HealthDay> days(ServerKey server, LocalDate from, LocalDate end) {
    return servers.query(
        """
        select day, checks, online_checks, planned_checks, response_ms_total, answers
          from server_health_days
         where server_key = :server_key and day >= :from and day < :end
         order by day
        """,
        bind("server_key", server.value()).and("from", from.toString()).and("end", end.toString()),
        row -> new HealthDay(LocalDate.parse(row.text("day")), toTally(row)));
  }

  @Override
  public void forget(Instant checksBefore, Instant hoursBefore, LocalDate daysBefore) {
    servers.update(
        "delete from server_health where check_time < :before", bind("before", checksBefore));
    servers.update(
        "delete from server_health_hours where starts_at < :before", bind("before", hoursBefore));
    servers.update(
        "delete from server_health_days where day < :before",
        bind("before", daysBefore.toString()));
  }

  /** One transaction for all of them. */
  private <T> void each(List<T> values, Consumer<T> write) {
    servers.<Integer>write(
        () -> {
          values.forEach(write);
          return values.size();
        });
  }

  private static HealthCheck toCheck(Row row) {
    Long millis = row.numberOrNull("response_time_ms");
    return new HealthCheck(
        new ServerKey(row.text("server_key")),
        row.instant("check_time"),
        row.constant("kind", HealthKind.class),
        millis == null ? null : Duration.ofMillis(millis),
        row.textOrEmpty("error_message"),
        row.flag("is_planned"));
  }

  private static Condition toCondition(Row row) {
    return new Condition(
        new ServerKey(row.text("server_key")),
        row.integer("failures"),
        row.instant("checked_at"),
        row.instantOrNull("offline_since"));
  }

  private static Tally toTally(Row row) {
    return new Tally(
        row.integer("checks"),
        row.integer("online_checks"),
        row.integer("planned_checks"),
        row.number("response_ms_total"),
        row.integer("answers"));
  }
}
