package com.truevault.web.command;

import com.truevault.web.Version;
import com.truevault.wireguard.agent.AgentOption;
import com.truevault.wireguard.agent.AgentOptions;
import com.truevault.wireguard.agent.NodeAgent;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes this machine the agent of a server. */
@Command(
    name = "enrol",
    description = "Exchanges a token of 'truevault admin server enrol' for a credential.",
    mixinStandardHelpOptions = true)
final class AgentEnrolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AgentSettings settings = new AgentSettings();

  @Option(names = "--panel", paramLabel = "URL", description = "Such as https://vpn.example.com.")
  private @Nullable String panel;

  @Option(names = "--token", required = true, paramLabel = "TOKEN", description = "Good once.")
  private String token = "";

  @Option(names = "--interface", paramLabel = "NAME", description = "Such as wg0.")
  private @Nullable String name;

  @Option(names = "--state", paramLabel = "DIR", description = "Where the agent keeps its files.")
  private @Nullable String state;

  @Override
  public Integer call() throws IOException {
    Map<AgentOption, String> given = new EnumMap<>(AgentOption.class);
    put(given, AgentOption.PANEL_URL, panel);
    put(given, AgentOption.INTERFACE_NAME, name);
    put(given, AgentOption.STATE_FOLDER, state);
    AgentOptions options = settings.file().read(given);
    String server = NodeAgent.enrol(options, token, Version.text(), settings.clocks()).value();
    settings.file().save(given);
    spec.commandLine()
        .getOut()
        .println("This is the agent of " + server + " now. Start it with: truevault agent run");
    return 0;
  }

  private static void put(
      Map<AgentOption, String> given, AgentOption option, @Nullable String value) {
    if (value != null) {
      given.put(option, value);
    }
  }
}
