package com.truevault.web.page.customer;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.page.Messages;
import com.truevault.web.page.site.StatusPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server the user may use.
 *
 * @param trouble why nothing should move to it now, in a few words; empty if nothing speaks against
 *     it
 */
public record ServerChoice(
    String key, String name, String location, String trouble, boolean chosen) {

  /**
   * The servers to choose from.
   *
   * @param troubles those in trouble, each with since when
   * @param chosen the one that is preselected; null for the first that is not known to be down
   */
  public static List<ServerChoice> all(
      List<Server> servers,
      Map<ServerKey, Instant> troubles,
      @Nullable ServerKey chosen,
      Messages messages) {
    ServerKey selected =
        chosen != null
            ? chosen
            : servers.stream()
                .filter(server -> !troubles.containsKey(server.key()) && !isDown(server))
                .findFirst()
                .map(Server::key)
                .orElse(null);
    return servers.stream()
        .map(
            server ->
                new ServerChoice(
                    server.key().value(),
                    server.label().name(),
                    StatusPage.place(server),
                    troubles.containsKey(server.key()) ? messages.text("server.trouble") : "",
                    server.key().equals(selected)))
        .toList();
  }

  /** What the box shows. */
  public String label() {
    String place = location.isEmpty() ? name : name + " – " + location;
    return trouble.isEmpty() ? place : place + " (" + trouble + ")";
  }

  /** Whether a device that is elsewhere cannot be moved to it. */
  public boolean closed() {
    return !trouble.isEmpty();
  }

  private static boolean isDown(Server server) {
    return server.state().lastPing() != null && !server.state().online();
  }
}
