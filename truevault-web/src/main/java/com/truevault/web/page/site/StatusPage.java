package com.truevault.web.page.site;

import com.truevault.health.MaintenanceWindow;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.UptimeBars;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the public servers are and were, and what is planned. */
public record StatusPage(List<Line> servers, List<Planned> planned, Badge overall) {
  /**
   * One server.
   *
   * @param checkedAt when a check last reached it; null before the first time
   */
  public record Line(
      String name, String location, Badge badge, @Nullable Instant checkedAt, UptimeBars bars) {}

  /** Maintenance that is on or to come. */
  public record Planned(String server, Instant start, Instant end, String note) {}

  /** How many servers there are, were ever checked, and answered; without those worked on. */
  public record Tally(int servers, int checked, int up) {
    /** Counts the given servers. */
    public static Tally of(List<Server> servers, ServerState.Knowledge knowledge) {
      Map<ServerState, Long> counts =
          servers.stream().collect(Collectors.groupingBy(knowledge::of, Collectors.counting()));
      int up = counts.getOrDefault(ServerState.UP, 0L).intValue();
      int down = counts.getOrDefault(ServerState.DOWN, 0L).intValue();
      int worked = counts.getOrDefault(ServerState.MAINTENANCE, 0L).intValue();
      return new Tally(servers.size() - worked, up + down, up);
    }

    /** How many did not answer when they were last checked. */
    public int down() {
      return checked - up;
    }

    /** The state of all of them in a few words. */
    public Badge badge(Messages messages) {
      if (down() > 0) {
        return new Badge(Tone.BAD, messages.text(up == 0 ? "status.none" : "status.some"));
      }
      if (checked == 0) {
        return new Badge(Tone.PLAIN, messages.text("status.unknown"));
      }
      return checked == servers
          ? new Badge(Tone.GOOD, messages.text("status.good"))
          : new Badge(Tone.PLAIN, messages.text("status.partly", up, servers));
    }
  }

  /** The state of the given servers; windows of others are not told. */
  public static StatusPage from(
      List<Server> servers,
      ServerState.Knowledge knowledge,
      Function<ServerKey, UptimeBars> bars,
      List<MaintenanceWindow> windows,
      Messages messages) {
    List<Line> lines =
        servers.stream()
            .map(
                server ->
                    new Line(
                        server.label().name(),
                        place(server),
                        knowledge.of(server).badge(messages),
                        server.state().lastPing(),
                        bars.apply(server.key())))
            .toList();
    return new StatusPage(
        lines, planned(servers, windows), Tally.of(servers, knowledge).badge(messages));
  }

  /** City and country, as far as they are known and the name does not say them already. */
  public static String place(Server server) {
    String name = server.label().name();
    return Stream.of(server.location().city(), server.location().country())
        .filter(part -> !part.isEmpty() && !part.equalsIgnoreCase(name))
        .collect(Collectors.joining(", "));
  }

  private static List<Planned> planned(List<Server> servers, List<MaintenanceWindow> windows) {
    return windows.stream()
        .flatMap(
            window ->
                servers.stream()
                    .filter(server -> server.key().equals(window.server()))
                    .limit(1)
                    .map(server -> planned(server, window)))
        .toList();
  }

  private static Planned planned(Server server, MaintenanceWindow window) {
    return new Planned(server.label().name(), window.start(), window.end(), window.note());
  }
}
