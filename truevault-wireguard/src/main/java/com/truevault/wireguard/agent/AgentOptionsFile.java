package com.truevault.wireguard.agent;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code agent.properties}: UTF-8, one {@code key = value} a line, {@code #} comments. */
public final class AgentOptionsFile {
  /** Where it is unless said otherwise. */
  public static final Path STANDARD = Path.of("/etc/truevault-agent/agent.properties");

  private final Path file;

  /** Names the file, which need not be there. */
  public AgentOptionsFile(Path file) {
    this.file = file;
  }

  /**
   * The options.
   *
   * @param given on the command line; they count more than the file
   * @throws TrueVaultException INVALID naming everything that is wrong
   */
  public AgentOptions read(Map<AgentOption, String> given) {
    List<String> problems = new ArrayList<>();
    Map<AgentOption, String> values = new EnumMap<>(AgentOption.class);
    lines(problems).forEach((key, value) -> take(values, key, value, problems));
    given.forEach((option, value) -> take(values, option.key(), value, problems));
    AgentOptions options = AgentOptions.of(values, problems);
    if (!problems.isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.INVALID, "agent-options-invalid", file + ": " + String.join("\n  ", problems));
    }
    return options;
  }

  /** Keeps what was given on the command line beside what the file says already. */
  public void save(Map<AgentOption, String> given) throws IOException {
    Map<String, String> values = new TreeMap<>(lines(new ArrayList<>()));
    Map<String, String> before = new TreeMap<>(values);
    given.forEach((option, value) -> values.put(option.key(), value));
    if (values.equals(before)) {
      return;
    }
    StringBuilder text = new StringBuilder("# The agent of a VPN server; see docs/operations.md\n");
    values.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  private static void take(
      Map<AgentOption, String> values, String key, String value, List<String> problems) {
    AgentOption option =
        Arrays.stream(AgentOption.values())
            .filter(known -> known.key().equals(key))
            .findFirst()
            .orElse(null);
    if (option == null) {
      problems.add(key + " is not a known key; known are " + AgentOption.keys());
    } else if (option.allows(value)) {
      values.put(option, value);
    } else {
      problems.add(key + " must be " + option.words() + ": " + value);
    }
  }

  private Map<String, String> lines(List<String> problems) {
    Map<String, String> values = new TreeMap<>();
    if (!Files.exists(file)) {
      return values;
    }
    try {
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        int equals = line.indexOf('=');
        if (line.isBlank() || line.strip().startsWith("#")) {
          continue;
        }
        if (equals < 1) {
          problems.add("line " + number + " is not of the form key = value");
        } else if (values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip())
            != null) {
          problems.add("line " + number + " gives a key a second time; remove one");
        }
      }
    } catch (IOException e) {
      problems.add("it cannot be read (" + e + "); check its owner and that it is UTF-8");
    }
    return values;
  }
}
