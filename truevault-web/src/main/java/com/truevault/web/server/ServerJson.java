package com.truevault.web.server;

import com.truevault.server.Server;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A server that the user may choose. Who else may see it is not said.
 *
 * @param isOnline whether the last probe reached it
 */
public record ServerJson(
    String serverKey,
    String serverName,
    String serverDescription,
    String locationCountry,
    String locationCity,
    String locationFlag,
    String icon,
    boolean isOnline,
    @Nullable Instant lastPing) {

  static ServerJson from(Server server) {
    return new ServerJson(
        server.key().value(),
        server.label().name(),
        server.label().description(),
        server.location().country(),
        server.location().city(),
        server.location().flag(),
        server.label().icon(),
        server.state().online(),
        server.state().lastPing());
  }
}
