package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.health.Alarm;
import com.truevault.health.HealthCheck;
import com.truevault.health.HealthKind;
import com.truevault.health.MaintenanceWindow;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.UptimeBars;
import com.truevault.web.page.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a server is and was, for administrators.
 *
 * @param off whether checks are switched off
 * @param form of maintenance to be planned
 */
public record ServerHealth(
    String key,
    boolean off,
    UptimeBars hours,
    UptimeBars days,
    List<Check> checks,
    List<AlarmLine> alarms,
    List<MaintenanceWindow> windows,
    Form form) {
  /** What an administrator fills in to plan maintenance. */
  static final String[] FIELDS = {"start", "minutes", "note"};

  /** The form as it is at first. */
  public static final Form BLANK = Form.of(Map.of("minutes", "60"));

  private static final int CHECKS = 8;
  private static final int ALARMS = 10;

  /**
   * One check.
   *
   * @param roundTrip such as {@code 23 ms}; empty if there was none
   */
  public record Check(Instant at, Badge badge, String roundTrip, String detail) {}

  /**
   * One alarm.
   *
   * @param end null while it is open
   * @param duration how long it lasted; empty while it is open
   */
  public record AlarmLine(
      Badge badge, String detail, Instant since, @Nullable Instant end, String duration) {}

  /** What is known of a server. */
  static ServerHealth of(TrueVault vault, Server shown, Form form, Messages messages) {
    ServerKey server = shown.key();
    var health = vault.health();
    return new ServerHealth(
        server.value(),
        vault.settings().number(SettingKey.HEALTH_CHECK_MINUTES) == 0,
        UptimeBars.ofHours(health.uptime().hours(server), messages),
        UptimeBars.ofDays(health.uptime().days(server), messages),
        health.uptime().recent(server, CHECKS).stream().map(c -> check(c, messages)).toList(),
        health.alarms().recent(server, ALARMS).stream().map(a -> alarm(a, messages)).toList(),
        health.planned().list().stream().filter(w -> w.server().equals(server)).toList(),
        form);
  }

  private static Check check(HealthCheck check, Messages messages) {
    Duration trip = check.roundTrip();
    String words = messages.text("health." + Words.key(check.kind()));
    Tone tone =
        check.planned()
            ? Tone.PLAIN
            : check.kind() == HealthKind.UP ? Tone.GOOD : check.online() ? Tone.WARN : Tone.BAD;
    return new Check(
        check.at(),
        new Badge(tone, check.planned() ? messages.text("health.inplan", words) : words),
        trip == null ? "" : trip.toMillis() + " ms",
        check.kind() == HealthKind.UP ? "" : check.detail());
  }

  private static AlarmLine alarm(Alarm alarm, Messages messages) {
    Instant end = alarm.clearedAt();
    return new AlarmLine(
        new Badge(
            end == null ? Tone.BAD : Tone.PLAIN, messages.text("alarm." + Words.key(alarm.kind()))),
        alarm.detail(),
        alarm.raisedAt(),
        end,
        end == null ? "" : Words.duration(Duration.between(alarm.raisedAt(), end)));
  }
}
