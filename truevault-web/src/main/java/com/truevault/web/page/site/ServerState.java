package com.truevault.web.page.site;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.util.Set;

/** How a server is. What nothing has checked yet is never called up or down. */
public enum ServerState {
  UNKNOWN(Tone.PLAIN),
  UP(Tone.GOOD),
  DOWN(Tone.BAD),
  MAINTENANCE(Tone.WARN);

  private final Tone tone;

  ServerState(Tone tone) {
    this.tone = tone;
  }

  /** The state in a word. */
  public Badge badge(Messages messages) {
    return new Badge(tone, messages.text("status." + Words.key(this)));
  }

  /**
   * What is known besides the servers themselves.
   *
   * @param offline those that checks found offline, though nobody planned it
   * @param maintained those that are being worked on
   */
  public record Knowledge(Set<ServerKey> offline, Set<ServerKey> maintained) {
    /** Nothing. */
    public static final Knowledge NONE = new Knowledge(Set.of(), Set.of());

    /** How a server is. */
    public ServerState of(Server server) {
      if (maintained.contains(server.key())) {
        return MAINTENANCE;
      }
      if (offline.contains(server.key())) {
        return DOWN;
      }
      if (server.state().lastPing() == null) {
        return UNKNOWN;
      }
      return server.state().online() ? UP : DOWN;
    }
  }
}
