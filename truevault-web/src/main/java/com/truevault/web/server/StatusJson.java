package com.truevault.web.server;

import com.truevault.health.HealthDay;
import com.truevault.health.MaintenanceWindow;
import com.truevault.health.Tally;
import com.truevault.server.Server;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the public servers are and were. */
public record StatusJson(List<ServerStatusJson> servers, List<PlannedJson> maintenance) {

  /**
   * One server.
   *
   * @param lastPing when a check last reached it; null before the first time
   * @param inTrouble whether it does not answer and nobody planned that
   * @param percentOnline on the days listed, without planned maintenance; null if not checked
   * @param days those that have checks, oldest first, at most 90
   */
  public record ServerStatusJson(
      String serverKey,
      String serverName,
      String locationCountry,
      String locationCity,
      boolean isOnline,
      boolean inTrouble,
      @Nullable Instant lastPing,
      @Nullable Double percentOnline,
      List<DayJson> days) {

    static ServerStatusJson from(Server server, boolean inTrouble, List<HealthDay> days) {
      List<HealthDay> checked = days.stream().filter(day -> day.tally().checks() > 0).toList();
      Tally all = checked.stream().map(HealthDay::tally).reduce(Tally.NONE, Tally::plus);
      return new ServerStatusJson(
          server.key().value(),
          server.label().name(),
          server.location().country(),
          server.location().city(),
          server.state().online(),
          inTrouble,
          server.state().lastPing(),
          percent(all),
          checked.stream().map(DayJson::from).toList());
    }
  }

  /** One day in UTC; the percentage is null if all its checks were during planned maintenance. */
  public record DayJson(LocalDate day, int checks, @Nullable Double percentOnline) {
    static DayJson from(HealthDay day) {
      return new DayJson(day.day(), day.tally().checks(), percent(day.tally()));
    }
  }

  /** Maintenance that is on or to come. */
  public record PlannedJson(String serverKey, Instant startsAt, Instant endsAt, String note) {
    static PlannedJson from(MaintenanceWindow window) {
      return new PlannedJson(window.server().value(), window.start(), window.end(), window.note());
    }
  }

  private static @Nullable Double percent(Tally tally) {
    return tally.percentOnline().stream().boxed().findFirst().orElse(null);
  }
}
