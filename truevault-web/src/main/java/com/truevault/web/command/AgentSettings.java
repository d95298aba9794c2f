package com.truevault.web.command;

import com.truevault.wireguard.agent.AgentOption;
import com.truevault.wireguard.agent.AgentOptions;
import com.truevault.wireguard.agent.AgentOptionsFile;
import com.truevault.wireguard.agent.Clocks;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every command of an agent asks for. */
final class AgentSettings {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The agent's options. Default: /etc/truevault-agent/agent.properties.")
  private Path config = AgentOptionsFile.STANDARD;

  AgentOptionsFile file() {
    return new AgentOptionsFile(config);
  }

  AgentOptions options() {
    return file().read(Map.<AgentOption, String>of());
  }

  Clocks clocks() {
    return new Clocks(InstantSource.system(), System::nanoTime);
  }

  Path config() {
    return config;
  }
}
