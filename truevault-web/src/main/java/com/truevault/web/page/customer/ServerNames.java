package com.truevault.web.page.customer;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What servers are called. A server that its user may no longer see is called by nothing but a
 * dash.
 */
public record ServerNames(Map<ServerKey, Server> servers) {
  /** The names of the given servers. */
  public static ServerNames of(List<Server> servers) {
    return new ServerNames(
        servers.stream().collect(Collectors.toUnmodifiableMap(Server::key, Function.identity())));
  }

  /** Whether the user may see a server. */
  boolean knows(ServerKey key) {
    return servers.containsKey(key);
  }

  /** The name of a server. */
  public String name(ServerKey key) {
    Server server = servers.get(key);
    return server == null ? "–" : server.label().name();
  }
}
