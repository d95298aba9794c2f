package com.truevault.web.page.admin;

import com.truevault.health.UptimeReport;
import com.truevault.health.UptimeReport.Incident;
import com.truevault.server.ServerKey;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How servers did in a month.
 *
 * @param key of the one server it is about; empty for all
 * @param name of that server; empty for all
 * @param incidents of all of these servers
 */
public record UptimePage(
    String key, String name, Month month, List<Line> servers, List<IncidentLine> incidents) {

  /**
   * A month and its neighbours.
   *
   * @param value such as {@code 2026-11}
   * @param latest the month that it is now
   * @param next the month after it; empty if that has not begun
   */
  public record Month(String value, String words, String latest, String previous, String next) {
    private static final DateTimeFormatter SHOWN =
        DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    static Month of(YearMonth month, YearMonth latest) {
      return new Month(
          month.toString(),
          SHOWN.format(month),
          latest.toString(),
          month.minusMonths(1).toString(),
          month.isBefore(latest) ? month.plusMonths(1).toString() : "");
    }
  }

  /** One server's figures. */
  public record Line(
      String key,
      String name,
      String online,
      String downtime,
      String checks,
      String planned,
      int incidents,
      String roundTrip) {

    static Line of(UptimeReport report, String name) {
      Duration trip = report.tally().averageRoundTrip();
      return new Line(
          report.server().value(),
          name,
          report.tally().percentOnline().stream().mapToObj(Words::percent).findFirst().orElse("–"),
          report.downtime().isZero() ? "–" : Words.duration(report.downtime()),
          Words.number(report.tally().checks()),
          Words.number(report.tally().planned()),
          report.incidents().size(),
          trip == null ? "–" : trip.toMillis() + " ms");
    }
  }

  /**
   * One incident.
   *
   * @param end null while it is not over
   */
  public record IncidentLine(
      String server,
      Badge badge,
      String detail,
      Instant from,
      @Nullable Instant end,
      String duration) {

    static IncidentLine of(Incident incident, String server, Messages messages) {
      return new IncidentLine(
          server,
          new Badge(
              incident.end() == null ? Tone.BAD : Tone.PLAIN,
              messages.text("alarm." + Words.key(incident.kind()))),
          incident.detail(),
          incident.from(),
          incident.end(),
          Words.duration(incident.duration()));
    }
  }

  /**
   * The page of some reports.
   *
   * @param names what each of their servers is called
   */
  static UptimePage of(
      String key,
      Month month,
      List<UptimeReport> reports,
      Map<ServerKey, String> names,
      Messages messages) {
    List<Line> lines = new ArrayList<>();
    List<IncidentLine> incidents = new ArrayList<>();
    for (UptimeReport report : reports) {
      String name = names.getOrDefault(report.server(), report.server().value());
      lines.add(Line.of(report, name));
      report.incidents().forEach(found -> incidents.add(IncidentLine.of(found, name, messages)));
    }
    return new UptimePage(key, key.isEmpty() ? "" : lines.get(0).name(), month, lines, incidents);
  }

  /** Whether it is about all servers. */
  public boolean isForAll() {
    return key.isEmpty();
  }

  /** Where it is found. */
  public String path() {
    return isForAll() ? "/admin/uptime" : "/admin/servers/" + key + "/uptime";
  }
}
