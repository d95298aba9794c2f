package com.truevault.web.command;

import com.truevault.web.Version;
import com.truevault.wireguard.agent.NodeAgent;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the agent until the process is asked to end. */
@Command(
    name = "run",
    description = "Runs the agent; one line for each event goes to the error stream.",
    mixinStandardHelpOptions = true)
final class AgentRunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AgentSettings settings = new AgentSettings();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter log = spec.commandLine().getErr();
    NodeAgent agent =
        NodeAgent.of(
            settings.options(),
            Version.text(),
            settings.clocks(),
            new SecureRandom(),
            event -> log.println("agent: " + event));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  agent.close();
                  log.println("agent: stopped; the interface stays as it is");
                  stopped.countDown();
                },
                "shutdown"));
    log.println("agent: TrueVault " + Version.text() + " runs with " + settings.config());
    agent.start();
    stopped.await();
    return 0;
  }
}
