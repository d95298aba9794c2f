package com.truevault.web.command;

import com.truevault.TrueVaultException;
import com.truevault.web.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. Without one it says which there are. */
@Command(
    name = "truevault",
    description = "Runs a WireGuard VPN as a business.",
    mixinStandardHelpOptions = true,
    versionProvider = TrueVaultCommand.Versions.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      DoctorCommand.class,
      AdminCommand.class,
      AgentCommand.class,
      PayPalCommand.class,
      VersionCommand.class
    })
public final class TrueVaultCommand implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TrueVaultCommand.class);

  private final Map<String, String> environment;
  @Spec private CommandSpec spec = CommandSpec.create();

  private TrueVaultCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs a command in an environment and returns its exit code: 0 fine, 1 failed, 2 usage. */
  public static int run(Map<String, String> environment, String... arguments) {
    CommandLine line = new CommandLine(new TrueVaultCommand(environment));
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((failure, command, parsed) -> tell(failure, command));
    return line.execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? one of those below");
  }

  /** What the process was started with. */
  Map<String, String> environment() {
    return environment;
  }

  private static int tell(Exception failure, CommandLine command) {
    if (!(failure instanceof TrueVaultException || failure instanceof IllegalStateException)) {
      LOG.atError().setCause(failure).log("command failed");
    }
    String message = failure.getMessage();
    command.getErr().println("truevault: " + (message == null ? failure.toString() : message));
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Answers {@code --version}. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"TrueVault " + Version.text()};
    }
  }
}
