package com.truevault.wireguard.agent;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Everything that can be set in {@code agent.properties}. */
public enum AgentOption {
  /** Where the panel is. */
  PANEL_URL("panel.url", "", text -> true, "the panel's address, such as https://vpn.example.com"),
  /** Whether a panel on another machine may be reached without TLS. */
  ALLOW_PLAIN_HTTP("panel.allow-plain-http", "false", AgentOption::isBoolean, "true or false"),
  /** The WireGuard interface. */
  INTERFACE_NAME(
      "interface.name",
      "wg0",
      text -> text.matches("[A-Za-z0-9_=+.-]{1,15}"),
      "the name of an interface, such as wg0"),
  /** Its private key, if the agent is to set it. */
  INTERFACE_KEY_FILE("interface.key-file", "", text -> true, "a file with a private key"),
  /** Where the agent keeps its own files. */
  STATE_FOLDER("state.folder", "/var/lib/truevault-agent", text -> !text.isEmpty(), "a folder"),
  /** What programs are run behind. */
  COMMAND_PREFIX(
      "command.prefix", "", text -> true, "words such as: ip netns exec vpn; usually nothing");

  private final String key;
  private final String standard;
  private final Predicate<String> rule;
  private final String words;

  AgentOption(String key, String standard, Predicate<String> rule, String words) {
    this.key = key;
    this.standard = standard;
    this.rule = rule;
    this.words = words;
  }

  /** The name in the file, such as {@code panel.url}. */
  public String key() {
    return key;
  }

  /** What counts if nothing is set. */
  public String standard() {
    return standard;
  }

  /** What it must be, for messages and help. */
  public String words() {
    return words;
  }

  boolean allows(String value) {
    return rule.test(value);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(AgentOption::key).toList();
  }

  private static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }
}
