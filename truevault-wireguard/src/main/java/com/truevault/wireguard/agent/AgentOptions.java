package com.truevault.wireguard.agent;

import com.truevault.wireguard.network.WireGuardInterface;
import com.truevault.wireguard.system.Program;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is set up.
 *
 * @param panel ending in a slash
 * @param keyFile with the interface's private key; null if the agent leaves key and port alone
 * @param stateFolder the agent's own
 * @param commandPrefix what programs are run behind; usually empty
 */
public record AgentOptions(
    URI panel,
    String interfaceName,
    @Nullable Path keyFile,
    Path stateFolder,
    List<String> commandPrefix) {
  private static final Duration LONGEST_PROGRAM = Duration.ofSeconds(30);

  /** Copies the prefix. */
  public AgentOptions {
    commandPrefix = List.copyOf(commandPrefix);
  }

  /** Runs the system's programs where these options say. */
  public Program program() {
    return new Program(commandPrefix, LONGEST_PROGRAM);
  }

  /** The interface these options name. */
  public WireGuardInterface wireGuard() {
    return new WireGuardInterface(interfaceName, program(), keyFile);
  }

  /** Checks values that each obey their own rule. */
  static AgentOptions of(Map<AgentOption, String> values, List<String> problems) {
    String keyFile = values.getOrDefault(AgentOption.INTERFACE_KEY_FILE, "");
    String prefix = values.getOrDefault(AgentOption.COMMAND_PREFIX, "").strip();
    return new AgentOptions(
        panel(values, problems),
        value(values, AgentOption.INTERFACE_NAME),
        keyFile.isEmpty() ? null : Path.of(keyFile),
        Path.of(value(values, AgentOption.STATE_FOLDER)),
        prefix.isEmpty() ? List.of() : List.of(prefix.split("\\s+", -1)));
  }

  private static String value(Map<AgentOption, String> values, AgentOption option) {
    return values.getOrDefault(option, option.standard());
  }

  private static URI panel(Map<AgentOption, String> values, List<String> problems) {
    String text = value(values, AgentOption.PANEL_URL);
    String key = AgentOption.PANEL_URL.key();
    if (text.isEmpty()) {
      problems.add(key + " is missing; it must be " + AgentOption.PANEL_URL.words());
      return URI.create("https://panel.example.com/");
    }
    try {
      URI panel = new URI(text.endsWith("/") ? text : text + "/");
      List<String> found = new ArrayList<>();
      if (panel.getHost() == null || panel.getUserInfo() != null || panel.getQuery() != null) {
        found.add(key + " must be " + AgentOption.PANEL_URL.words() + ": " + text);
      } else if (!isSafe(panel, value(values, AgentOption.ALLOW_PLAIN_HTTP).equals("true"))) {
        found.add(
            key
                + " must begin with https://: "
                + text
                + "; if the way there is safe by other means, set "
                + AgentOption.ALLOW_PLAIN_HTTP.key()
                + " = true");
      }
      problems.addAll(found);
      return panel;
    } catch (URISyntaxException e) {
      problems.add(key + " must be " + AgentOption.PANEL_URL.words() + ": " + text);
      return URI.create("https://panel.example.com/");
    }
  }

  private static boolean isSafe(URI panel, boolean isPlainAllowed) {
    String scheme = String.valueOf(panel.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https")
        || (scheme.equals("http")
            && (isPlainAllowed
                || panel.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]")));
  }
}
