package com.truevault.web.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands of a VPN server. */
@Command(
    name = AgentCommand.NAME,
    description = "Keeps a VPN server's WireGuard interface equal to what the panel says.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AgentSetupCommand.class,
      AgentEnrolCommand.class,
      AgentRunCommand.class,
      AgentStatusCommand.class,
      AgentDoctorCommand.class,
      AgentRotateCommand.class
    })
public final class AgentCommand implements Runnable {
  /** What it is called on the command line. */
  public static final String NAME = "agent";

  @Spec private CommandSpec spec = CommandSpec.create();

  private AgentCommand() {}

  /** Runs one of them without loading the site, and returns its exit code. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new AgentCommand()).setCommandName("truevault agent");
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command));
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? one of those below");
  }

  private static int tell(Exception failure, CommandLine command) {
    String message = failure.getMessage();
    command.getErr().println("truevault: " + (message == null ? failure.toString() : message));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
