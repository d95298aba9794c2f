package com.truevault.web.demo;

import com.truevault.TrueVault;
import com.truevault.health.Alarm;
import com.truevault.health.AlarmKind;
import com.truevault.health.Condition;
import com.truevault.health.HealthCheck;
import com.truevault.health.HealthKind;
import com.truevault.health.HealthStore;
import com.truevault.health.Uptime;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What checks of the sample servers might have found, the same in every demo. No check is made:
 * nothing leaves the machine.
 */
final class SampleHealth {
  private static final Duration PAUSE = Duration.ofMinutes(30);
  private static final List<Outage> OUTAGES =
      List.of(
          new Outage("new_york", 61, 2, HealthKind.NO_ANSWER, false),
          new Outage("new_york", 17, 1, HealthKind.PORT_CLOSED, false),
          new Outage("toronto", 44, 7, HealthKind.NO_ANSWER, false),
          new Outage("toronto", 43, 1, HealthKind.HANDSHAKE_BUT_NO_TRAFFIC, false),
          new Outage("toronto", 9, 24, HealthKind.NO_ANSWER, true));

  private final TrueVault vault;
  private final Instant now;

  private SampleHealth(TrueVault vault, Instant now) {
    this.vault = vault;
    this.now = now;
  }

  /** Adds the history that a fresh demo lacks, and maintenance that is to come. */
  static void fill(TrueVault vault, Instant now) {
    if (vault.storage().serverHealth().newestHour().isEmpty()) {
      new SampleHealth(vault, now).fill();
    }
  }

  private void fill() {
    HealthStore health = vault.storage().serverHealth();
    List<ServerKey> servers = vault.servers().list().stream().map(Server::key).toList();
    vault
        .storage()
        .transactions()
        .run(
            DataFile.SERVERS,
            () -> {
              servers.forEach(server -> enter(server, health));
              health.countHours(Instant.EPOCH);
              health.countDays(LocalDate.EPOCH);
              OUTAGES.forEach(this::enter);
            });
    Instant soon = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(51));
    vault
        .health()
        .planned()
        .add(
            "system",
            new ServerKey("toronto"),
            soon,
            soon.plus(Duration.ofHours(2)),
            "The provider replaces a switch.");
  }

  private void enter(ServerKey server, HealthStore health) {
    List<HealthCheck> checks = new ArrayList<>();
    for (Instant at = start(Uptime.DAYS - 1); !at.isAfter(now); at = at.plus(PAUSE)) {
      checks.add(check(server, at));
    }
    HealthCheck last = checks.get(checks.size() - 1);
    health.add(checks);
    health.put(List.of(Condition.first(last)));
    vault.storage().servers().updateReach(server, true, last.at());
  }

  private void enter(Outage outage) {
    if (!outage.planned()) {
      ServerKey server = new ServerKey(outage.server());
      Alarm alarm = Alarm.open(server, AlarmKind.OFFLINE, outage.detail(), outage.from(this));
      vault.storage().alarms().raise(alarm);
      vault.storage().alarms().clear(server, alarm.kind(), outage.end(this));
    }
  }

  private HealthCheck check(ServerKey server, Instant at) {
    for (Outage outage : OUTAGES) {
      if (outage.covers(server, at, this)) {
        return new HealthCheck(server, at, outage.kind(), null, outage.detail(), outage.planned());
      }
    }
    // Some difference from check to check, always the same.
    long millis = 18 + server.value().length() * 4L + at.getEpochSecond() / 60 % 7;
    return new HealthCheck(
        server, at, HealthKind.UP, Duration.ofMillis(millis), "a sample, no real check", false);
  }

  private Instant start(int daysAgo) {
    return now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(daysAgo));
  }

  private record Outage(String server, int daysAgo, int hours, HealthKind kind, boolean planned) {
    Instant from(SampleHealth samples) {
      return planned ? samples.start(daysAgo) : samples.start(daysAgo).plus(Duration.ofHours(9));
    }

    Instant end(SampleHealth samples) {
      return from(samples).plus(Duration.ofHours(hours));
    }

    boolean covers(ServerKey key, Instant at, SampleHealth samples) {
      return key.value().equals(server) && !at.isBefore(from(samples)) && at.isBefore(end(samples));
    }

    String detail() {
      return "a sample, no real check";
    }
  }
}
