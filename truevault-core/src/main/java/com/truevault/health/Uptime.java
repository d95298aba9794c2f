package com.truevault.health;

import com.truevault.health.UptimeReport.Incident;
import com.truevault.server.ServerKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How servers did, for pictures and reports. Days and months are those of UTC. Thread-safe. */
public final class Uptime {
  /** How many days the bars go back, today included. */
  public static final int DAYS = 90;

  private static final int HOURS = 24;

  private final HealthStore health;
  private final AlarmStore alarms;
  private final MaintenanceWindowStore windows;
  private final InstantSource clock;

  /** Reads from the given stores. */
  public Uptime(
      HealthStore health, AlarmStore alarms, MaintenanceWindowStore windows, InstantSource clock) {
    this.health = health;
    this.alarms = alarms;
    this.windows = windows;
    this.clock = clock;
  }

  /** The last {@link #DAYS} days of a server, today last; those without checks are empty. */
  public List<HealthDay> days(ServerKey server) {
    LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1L);
    Map<LocalDate, HealthDay> known =
        byKey(health.days(server, first, first.plusDays(DAYS)), HealthDay::day);
    return IntStream.range(0, DAYS)
        .mapToObj(first::plusDays)
        .map(day -> known.getOrDefault(day, new HealthDay(day, Tally.NONE)))
        .toList();
  }

  /** The last 24 hours of a server, the present one last; those without checks are empty. */
  public List<HealthHour> hours(ServerKey server) {
    Instant end = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    Instant first = end.minus(HOURS, ChronoUnit.HOURS);
    Map<Instant, HealthHour> known = byKey(health.hours(server, first, end), HealthHour::start);
    return IntStream.range(0, HOURS)
        .mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS))
        .map(start -> known.getOrDefault(start, new HealthHour(start, Tally.NONE)))
        .toList();
  }

  /** The last checks of a server, newest first. */
  public List<HealthCheck> recent(ServerKey server, int limit) {
    return health.recent(server, limit);
  }

  /** The month that it is now. */
  public YearMonth thisMonth() {
    return YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** How a server did in a month. */
  public UptimeReport report(ServerKey server, YearMonth month) {
    LocalDate first = month.atDay(1);
    LocalDate end = month.plusMonths(1).atDay(1);
    Span span = new Span(start(first), start(end));
    List<Alarm> during = alarms.during(server, span.from(), span.end());
    return new UptimeReport(
        server,
        month,
        health.days(server, first, end).stream()
            .map(HealthDay::tally)
            .reduce(Tally.NONE, Tally::plus),
        downtime(server, during, span),
        during.stream().map(this::incident).toList());
  }

  private Duration downtime(ServerKey server, List<Alarm> during, Span month) {
    List<Span> planned =
        windows.during(server, month.from(), month.end()).stream()
            .map(window -> new Span(window.start(), window.end()))
            .toList();
    return during.stream()
        .filter(alarm -> alarm.kind() == AlarmKind.OFFLINE)
        .map(alarm -> new Span(alarm.raisedAt(), endOf(alarm)))
        .flatMap(span -> span.within(month).stream())
        .map(span -> span.lengthWithout(planned))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Incident incident(Alarm alarm) {
    return new Incident(
        alarm.kind(),
        alarm.detail(),
        alarm.raisedAt(),
        alarm.clearedAt(),
        alarm.duration(clock.instant()));
  }

  private Instant endOf(Alarm alarm) {
    Instant cleared = alarm.clearedAt();
    return cleared == null ? clock.instant() : cleared;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
