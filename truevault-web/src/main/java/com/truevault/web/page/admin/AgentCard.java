package com.truevault.web.page.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent of a server is doing, and what can be done about it.
 *
 * @param key the server's
 * @param enrolled whether an agent has joined
 * @param troubles what is wrong, and what helps
 * @param strays peers that are not as they should be
 * @param decision what waits for an administrator's word; null if nothing does
 * @param invitation a token that was made just now; null otherwise
 */
public record AgentCard(
    String key,
    boolean enrolled,
    DeliveryState state,
    List<Fact> facts,
    List<Trouble> troubles,
    List<Strays> strays,
    @Nullable Decision decision,
    @Nullable Invitation invitation) {

  /** Where its forms are sent. */
  public String action() {
    return "/admin/servers/" + key + "/agent";
  }

  /** A name and its value. */
  public record Fact(String name, String value) {}

  /**
   * Something wrong.
   *
   * @param detail what the agent said about it; empty if nothing
   */
  public record Trouble(String text, String detail, String step) {}

  /**
   * Peers that share a fault.
   *
   * @param more how many are not named
   */
  public record Strays(String title, String text, List<Stray> peers, int more) {}

  /**
   * A peer.
   *
   * @param name of its device or what else it is
   * @param owner whose device it is; empty if nobody's
   * @param href the owner's page; empty if there is none
   */
  public record Stray(String name, String owner, String href, String publicKey) {}

  /**
   * What an administrator may decide.
   *
   * @param version of the list to confirm; empty if a new epoch is to be begun
   */
  public record Decision(String version, String label, String question, String yes) {
    /** Whether a list is to be confirmed as it is. */
    public boolean isShrinkage() {
      return !version.isEmpty();
    }
  }

  /**
   * How an agent joins.
   *
   * @param command to be run on the server; holds the token
   */
  public record Invitation(String command, String expiry) {}
}
