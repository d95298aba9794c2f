package com.truevault.peer;

import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.user.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a server; servers with equal audiences have equal peers.
 *
 * @param level null if the server is for one address, or for nobody
 */
record Audience(@Nullable AccessLevel level, @Nullable EmailAddress dedicatedTo) {
  private static final Audience NOBODY = new Audience(null, null);

  static Audience of(Server server) {
    if (!server.state().active()) {
      return NOBODY;
    }
    EmailAddress dedicatedTo = server.access().dedicatedTo();
    return dedicatedTo == null
        ? new Audience(server.access().level(), null)
        : new Audience(null, dedicatedTo);
  }
}
