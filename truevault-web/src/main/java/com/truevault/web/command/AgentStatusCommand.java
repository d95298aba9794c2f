package com.truevault.web.command;

import com.truevault.wireguard.agent.NodeStatus;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares the list that is kept with the interface, without changing anything. */
@Command(
    name = "status",
    description = "Says which list is in force and whether the interface equals it.",
    mixinStandardHelpOptions = true)
final class AgentStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AgentSettings settings = new AgentSettings();

  @Override
  public Integer call() throws IOException {
    NodeStatus status = NodeStatus.of(settings.options(), settings.clocks());
    status.lines().forEach(spec.commandLine().getOut()::println);
    return status.isRight() ? 0 : 1;
  }
}
