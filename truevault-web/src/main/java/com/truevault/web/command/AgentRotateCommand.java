package com.truevault.web.command;

import com.truevault.wireguard.agent.NodeAgent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes the credential at once; by itself an agent does so every 30 days. */
@Command(
    name = "rotate",
    description = "Changes the credential for a new one; a running agent takes it up by itself.",
    mixinStandardHelpOptions = true)
final class AgentRotateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AgentSettings settings = new AgentSettings();

  @Override
  public Integer call() throws IOException {
    NodeAgent.rotate(settings.options(), settings.clocks(), spec.commandLine().getOut()::println);
    return 0;
  }
}
