package com.truevault.web.page.customer;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.page.site.StatusPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server the user may use. */
public record ServerChoice(
    String key, String name, String location, boolean offline, boolean chosen) {

  /**
   * The servers to choose from.
   *
   * @param chosen the one that is preselected; null for the first that is not known to be down
   */
  public static List<ServerChoice> all(List<Server> servers, @Nullable ServerKey chosen) {
    ServerKey selected =
        chosen != null
            ? chosen
            : servers.stream()
                .filter(server -> !isOffline(server))
                .findFirst()
                .map(Server::key)
                .orElse(null);
    return servers.stream().map(server -> from(server, selected)).toList();
  }

  /** What the box shows. */
  public String label() {
    return location.isEmpty() ? name : name + " – " + location;
  }

  private static ServerChoice from(Server server, @Nullable ServerKey selected) {
    return new ServerChoice(
        server.key().value(),
        server.label().name(),
        StatusPage.place(server),
        isOffline(server),
        server.key().equals(selected));
  }

  private static boolean isOffline(Server server) {
    return server.state().lastPing() != null && !server.state().online();
  }
}
