package com.truevault.web.page.site;

import com.truevault.server.Server;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.time.Instant;
import java.util.List;

/** How the public servers are. */
public record StatusPage(List<Line> servers, Badge overall, Instant checkedAt) {
  /** One server. */
  public record Line(String name, String location, Badge badge) {}

  /** The state of the given servers at a moment. */
  public static StatusPage from(List<Server> servers, Messages messages, Instant now) {
    List<Line> lines = servers.stream().map(server -> line(server, messages)).toList();
    long up = servers.stream().filter(server -> server.state().online()).count();
    boolean checked = servers.stream().anyMatch(server -> server.state().lastPing() != null);
    Badge overall;
    if (!checked) {
      overall = new Badge(Tone.PLAIN, messages.text("status.unknown"));
    } else if (up == servers.size()) {
      overall = new Badge(Tone.GOOD, messages.text("status.good"));
    } else {
      overall = new Badge(Tone.BAD, messages.text(up == 0 ? "status.none" : "status.some"));
    }
    return new StatusPage(lines, overall, now);
  }

  /** A server's state in a word. */
  public static Badge badge(Server server, Messages messages) {
    if (server.state().lastPing() == null && !server.state().online()) {
      return new Badge(Tone.PLAIN, messages.text("status.unknown"));
    }
    return server.state().online()
        ? new Badge(Tone.GOOD, messages.text("status.up"))
        : new Badge(Tone.BAD, messages.text("status.down"));
  }

  /** City and country, as far as they are known. */
  public static String place(Server.Location location) {
    boolean both = !location.city().isEmpty() && !location.country().isEmpty();
    return location.city() + (both ? ", " : "") + location.country();
  }

  private static Line line(Server server, Messages messages) {
    return new Line(server.label().name(), place(server.location()), badge(server, messages));
  }
}
