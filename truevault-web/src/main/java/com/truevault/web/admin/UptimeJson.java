package com.truevault.web.admin;

import com.truevault.health.AlarmKind;
import com.truevault.health.UptimeReport;
import com.truevault.health.UptimeReport.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server did in a month, UTC; up to now if the month is not over.
 *
 * @param month such as 2026-11
 * @param percentOnline of the checks outside planned maintenance; null if there was none
 * @param averageRoundTripMs null if there was none
 */
public record UptimeJson(
    String serverKey,
    String month,
    int checks,
    int plannedChecks,
    int failedChecks,
    @Nullable Double percentOnline,
    long downtimeMinutes,
    @Nullable Long averageRoundTripMs,
    List<IncidentJson> incidents) {

  static UptimeJson from(UptimeReport report) {
    Duration trip = report.tally().averageRoundTrip();
    return new UptimeJson(
        report.server().value(),
        report.month().toString(),
        report.tally().checks(),
        report.tally().planned(),
        report.tally().failed(),
        report.tally().percentOnline().stream().boxed().findFirst().orElse(null),
        report.downtime().toMinutes(),
        trip == null ? null : trip.toMillis(),
        report.incidents().stream().map(IncidentJson::from).toList());
  }

  /**
   * Something that was wrong at any time of the month.
   *
   * @param from may lie before the month
   * @param end null while it is not over
   */
  public record IncidentJson(
      AlarmKind kind, String detail, Instant from, @Nullable Instant end, long minutes) {
    static IncidentJson from(Incident incident) {
      return new IncidentJson(
          incident.kind(),
          incident.detail(),
          incident.from(),
          incident.end(),
          incident.duration().toMinutes());
    }
  }
}
