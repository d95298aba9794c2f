package com.truevault.web.page.admin;

import com.truevault.health.UptimeReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reports as comma-separated values, RFC 4180, with a line of names. */
final class UptimeCsv {
  static final String TYPE = "text/csv; charset=utf-8";
  private static final String HEAD =
      "serverKey,serverName,month,checks,plannedChecks,failedChecks,percentOnline,"
          + "downtimeMinutes,incidents,averageRoundTripMs\r\n";

  private UptimeCsv() {}

  static byte[] of(List<UptimeReport> reports, Function<UptimeReport, String> name) {
    StringBuilder csv = new StringBuilder(HEAD);
    reports.forEach(report -> csv.append(line(report, name.apply(report))));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(UptimeReport report, String name) {
    Duration trip = report.tally().averageRoundTrip();
    String online =
        report.tally().percentOnline().stream()
            .mapToObj(percent -> String.format(Locale.ROOT, "%.4f", percent))
            .findFirst()
            .orElse("");
    return String.join(
            ",",
            report.server().value(),
            quoted(name),
            report.month().toString(),
            Integer.toString(report.tally().checks()),
            Integer.toString(report.tally().planned()),
            Integer.toString(report.tally().failed()),
            online,
            Long.toString(report.downtime().toMinutes()),
            Integer.toString(report.incidents().size()),
            trip == null ? "" : Long.toString(trip.toMillis()))
        + "\r\n";
  }

  /** A spreadsheet takes a text for a formula that begins with one of these. */
  private static String quoted(String text) {
    String safe = text.matches("[=+@\\-].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
