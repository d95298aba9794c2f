package com.truevault.wireguard.agent;

import com.truevault.agent.AgentReport.Presence;
import com.truevault.peer.PeerList;
import com.truevault.wireguard.list.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the list that is kept and the interface compare.
 *
 * @param isRight whether every peer of the list is there
 * @param lines for people
 */
public record NodeStatus(boolean isRight, List<String> lines) {

  /** Copies the lines. */
  public NodeStatus {
    lines = List.copyOf(lines);
  }

  /**
   * Looks, and changes nothing.
   *
   * @throws IOException if the agent was not enrolled
   */
  public static NodeStatus of(AgentOptions options, Clocks clocks) throws IOException {
    PanelIdentity identity = new IdentityFile(options.stateFolder()).read();
    List<String> lines = new ArrayList<>();
    lines.add("server     " + identity.server() + " of " + options.panel());
    byte[] kept = new ListArchive(options.stateFolder()).list();
    if (kept == null) {
      lines.add("list       none yet; is the agent running?");
      return new NodeStatus(false, lines);
    }
    Reading reading = new ListGate(identity).reopen(kept);
    if (!(reading instanceof Reading.Complete complete)) {
      lines.add("list       damaged; the agent waits for the panel");
      return new NodeStatus(false, lines);
    }
    lines.add("list       " + age(complete.list(), clocks.now()));
    return compare(options, complete, lines);
  }

  private static NodeStatus compare(
      AgentOptions options, Reading.Complete complete, List<String> lines) {
    try {
      Presence presence =
          new Enforcement(complete, Departures.NONE).presence(options.wireGuard().read());
      lines.add(
          "interface  %s: wanted %d · present %d · unexpected %d"
              .formatted(
                  options.interfaceName(),
                  presence.wanted(),
                  presence.present(),
                  presence.unexpected()));
      return new NodeStatus(presence.wanted() == presence.present(), lines);
    } catch (IOException e) {
      lines.add("interface  " + options.interfaceName() + ": " + e.getMessage());
      return new NodeStatus(false, lines);
    }
  }

  private static String age(PeerList list, Instant now) {
    long seconds = Math.max(0, Duration.between(list.issuedAt(), now).toSeconds());
    return "%s, issued %d s ago%s"
        .formatted(
            list.version(), seconds, now.isBefore(list.expiresAt()) ? "" : ", expired, in force");
  }
}
