package com.truevault.health;

import com.truevault.outbox.Effects;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.store.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Sums checks up into hours and days, and forgets what is old. Each round counts the newest hours
 * anew from what is there, so that it may be repeated and interrupted at will. Safe for many
 * threads.
 */
final class HealthHistory {
  private static final Duration CHECKS_KEPT = Duration.ofDays(7);
  private static final Duration HOURS_KEPT = Duration.ofDays(90);
  // A check that took long, or a clock that was set back, may add to the hour before.
  private static final Duration OVERLAP = Duration.ofHours(1);

  private final HealthStore health;
  private final AlarmStore alarms;
  private final Settings settings;
  private final Effects effects;

  HealthHistory(HealthStore health, AlarmStore alarms, Settings settings, Effects effects) {
    this.health = health;
    this.alarms = alarms;
    this.settings = settings;
    this.effects = effects;
  }

  void update() {
    effects.run(
        DataFile.SERVERS,
        out -> {
          Instant from = health.newestHour().map(hour -> hour.minus(OVERLAP)).orElse(Instant.EPOCH);
          health.countHours(from);
          health.countDays(day(from));
          forget(effects.now());
        });
  }

  /** Whole hours and days go, so that none is ever counted again from a part of it. */
  private void forget(Instant now) {
    LocalDate oldest = day(now).minusDays(settings.number(SettingKey.HEALTH_RETENTION_DAYS));
    health.forget(
        now.minus(CHECKS_KEPT).truncatedTo(ChronoUnit.HOURS),
        now.minus(HOURS_KEPT).truncatedTo(ChronoUnit.DAYS),
        oldest);
    alarms.forget(oldest.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
