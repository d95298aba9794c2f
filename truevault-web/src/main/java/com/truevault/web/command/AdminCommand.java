package com.truevault.web.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Commands for whoever runs the host. */
@Command(
    name = "admin",
    description = "Manages administrators, servers and PayPal.",
    mixinStandardHelpOptions = true,
    subcommands = {AdminCreateCommand.class, AdminServerCommand.class, AdminPayPalCommand.class})
final class AdminCommand implements Runnable {
  @ParentCommand private @Nullable TrueVaultCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? one of those below");
  }

  Map<String, String> environment() {
    return parent == null ? Map.of() : parent.environment();
  }
}
