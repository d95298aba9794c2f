package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.health.UptimeReport.Incident;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.testing.VaultFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UptimeTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  private final VaultFixture fixture = new VaultFixture();
  private final HealthFixture health = new HealthFixture(fixture);
  private final Uptime uptime = health.health().uptime();

  @BeforeEach
  void addServer() {
    fixture.server(ServerFixture.NEW_YORK);
    health.report(NEW_YORK);
  }

  private void rounds(int count, HealthKind kind) {
    health.script(NEW_YORK, kind);
    for (int i = 0; i < count; i++) {
      health.round();
    }
  }

  @Test
  void sumsUpToTheSameFiguresAsTheChecksThemselves() {
    for (int i = 0; i < 129; i++) {
      for (HealthKind kind : HealthKind.values()) {
        rounds(1, kind);
      }
    }

    HealthStore store = fixture.storage().serverHealth();
    Tally checks =
        store.recent(NEW_YORK, 1000).stream().map(Tally::of).reduce(Tally.NONE, Tally::plus);
    Tally hours =
        store.hours(NEW_YORK, Instant.EPOCH, fixture.clock().instant().plusSeconds(1)).stream()
            .map(HealthHour::tally)
            .reduce(Tally.NONE, Tally::plus);
    Tally days =
        uptime.days(NEW_YORK).stream().map(HealthDay::tally).reduce(Tally.NONE, Tally::plus);
    assertEquals(903, checks.checks());
    assertEquals(checks, hours);
    assertEquals(checks, days);
  }

  @Test
  void putsEachCheckIntoTheDayAndTheMonthOfUtc() {
    Instant beforeMidnight = Instant.parse("2026-01-31T23:55:00Z");
    fixture.clock().advance(Duration.between(VaultFixture.START, beforeMidnight).minusMinutes(5));
    rounds(2, HealthKind.UP);

    assertEquals(
        List.of(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 1)),
        uptime.days(NEW_YORK).stream()
            .filter(day -> day.tally().checks() == 1)
            .map(HealthDay::day)
            .toList());
    assertEquals(1, uptime.report(NEW_YORK, JANUARY).tally().checks());
    assertEquals(1, uptime.report(NEW_YORK, JANUARY.plusMonths(1)).tally().checks());
  }

  @Test
  void givesEveryDay24HoursThoughClocksAreChangedElsewhere() {
    Instant change = Instant.parse("2026-03-29T00:00:00Z");
    fixture.clock().advance(Duration.between(VaultFixture.START, change).minusMinutes(60));
    fixture.vault().settings().change("admin", Map.of(SettingKey.HEALTH_CHECK_MINUTES, "60"));
    for (int i = 0; i < 30; i++) {
      health.pass(Duration.ofMinutes(60));
    }

    List<Integer> counts =
        uptime.days(NEW_YORK).stream()
            .map(day -> day.tally().checks())
            .filter(checks -> checks > 0)
            .toList();
    assertEquals(List.of(24, 6), counts);
  }

  @Test
  void showsNinetyDaysWithTodayLastAndEmptyOnesBetween() {
    rounds(1, HealthKind.UP);
    fixture.clock().advance(Duration.ofDays(2));
    rounds(1, HealthKind.UP);

    List<HealthDay> days = uptime.days(NEW_YORK);
    assertEquals(90, days.size());
    assertEquals(LocalDate.of(2026, 2, 2), days.get(89).day());
    assertEquals(Tally.NONE, days.get(88).tally());
    assertEquals(OptionalDouble.of(100), days.get(87).tally().percentOnline());
    assertEquals(24, uptime.hours(NEW_YORK).size());
    assertEquals(1, uptime.hours(NEW_YORK).get(23).tally().checks());
  }

  @Test
  void reportsAMonthWithoutPlannedMaintenance() {
    rounds(8, HealthKind.UP);
    rounds(4, HealthKind.NO_ANSWER);
    Instant now = fixture.clock().instant();
    health.health().planned().add("admin", NEW_YORK, now, now.plus(Duration.ofMinutes(15)), "");
    rounds(2, HealthKind.NO_ANSWER);
    rounds(3, HealthKind.UP);

    UptimeReport report = uptime.report(NEW_YORK, JANUARY);
    assertEquals(17, report.tally().checks());
    assertEquals(2, report.tally().planned());
    assertEquals(4, report.tally().failed());
    assertEquals(73.3, report.tally().percentOnline().orElseThrow(), 0.1);
    assertEquals(Duration.ofMillis(20), report.tally().averageRoundTrip());
    // Down from the first failure, 10:45, to the maintenance, 11:00, and up when that was over.
    assertEquals(Duration.ofMinutes(15), report.downtime());
    assertEquals(1, report.incidents().size());
    Incident incident = report.incidents().get(0);
    assertEquals(AlarmKind.OFFLINE, incident.kind());
    assertEquals(Duration.ofMinutes(30), incident.duration());
  }

  @Test
  void countsAnIncidentIntoBothMonthsThatItTouches() {
    fixture.clock().advance(Duration.ofHours(13).plusMinutes(45));
    rounds(6, HealthKind.NO_ANSWER);
    rounds(1, HealthKind.UP);

    UptimeReport january = uptime.report(NEW_YORK, JANUARY);
    UptimeReport february = uptime.report(NEW_YORK, JANUARY.plusMonths(1));
    assertEquals(Duration.ofMinutes(10), january.downtime());
    assertEquals(Duration.ofMinutes(20), february.downtime());
    assertEquals(january.incidents(), february.incidents());
    assertTrue(uptime.report(NEW_YORK, JANUARY.plusMonths(2)).incidents().isEmpty());
  }

  @Test
  void keepsChecksForAWeekHoursForNinetyDaysAndDaysAsTheSettingSays() {
    fixture.vault().settings().change("admin", Map.of(SettingKey.HEALTH_RETENTION_DAYS, "100"));
    rounds(2, HealthKind.NO_ANSWER);
    rounds(1, HealthKind.UP);
    Instant first = VaultFixture.START.truncatedTo(ChronoUnit.HOURS);
    HealthStore store = fixture.storage().serverHealth();

    fixture.clock().advance(Duration.ofDays(8));
    rounds(1, HealthKind.UP);
    assertEquals(1, store.recent(NEW_YORK, 99).size());
    assertEquals(3, store.hours(NEW_YORK, first, first.plusSeconds(1)).get(0).tally().checks());

    fixture.clock().advance(Duration.ofDays(84));
    rounds(1, HealthKind.UP);
    assertEquals(List.of(), store.hours(NEW_YORK, first, first.plusSeconds(1)));
    assertEquals(3, uptime.report(NEW_YORK, JANUARY).tally().checks());
    assertEquals(1, uptime.report(NEW_YORK, JANUARY).incidents().size());

    fixture.clock().advance(Duration.ofDays(10));
    rounds(1, HealthKind.UP);
    assertEquals(0, uptime.report(NEW_YORK, JANUARY).tally().checks());
    assertEquals(0, uptime.report(NEW_YORK, JANUARY).incidents().size());
  }
}
