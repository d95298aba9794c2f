package com.truevault.web.page.site;

import com.truevault.server.Server;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the public servers are. What nothing has checked yet is never called up or down. */
public record StatusPage(List<Line> servers, Badge overall) {
  /**
   * One server.
   *
   * @param checkedAt when it was last looked at; null before the first time
   */
  public record Line(String name, String location, Badge badge, @Nullable Instant checkedAt) {}

  /** How many servers there are, were ever checked, and answered. */
  public record Tally(int servers, int checked, int up) {
    /** Counts the given servers. */
    public static Tally of(List<Server> servers) {
      List<Server> checked = servers.stream().filter(StatusPage::isChecked).toList();
      long up = checked.stream().filter(server -> server.state().online()).count();
      return new Tally(servers.size(), checked.size(), (int) up);
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

  /** The state of the given servers. */
  public static StatusPage from(List<Server> servers, Messages messages) {
    List<Line> lines = servers.stream().map(server -> line(server, messages)).toList();
    return new StatusPage(lines, Tally.of(servers).badge(messages));
  }

  /** A server's state in a word. */
  public static Badge badge(Server server, Messages messages) {
    if (!isChecked(server)) {
      return new Badge(Tone.PLAIN, messages.text("status.unknown"));
    }
    return server.state().online()
        ? new Badge(Tone.GOOD, messages.text("status.up"))
        : new Badge(Tone.BAD, messages.text("status.down"));
  }

  /** City and country, as far as they are known and the name does not say them already. */
  public static String place(Server server) {
    String name = server.label().name();
    return Stream.of(server.location().city(), server.location().country())
        .filter(part -> !part.isEmpty() && !part.equalsIgnoreCase(name))
        .collect(Collectors.joining(", "));
  }

  private static boolean isChecked(Server server) {
    return server.state().lastPing() != null;
  }

  private static Line line(Server server, Messages messages) {
    return new Line(
        server.label().name(), place(server), badge(server, messages), server.state().lastPing());
  }
}
