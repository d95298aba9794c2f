package com.truevault.web.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about what PayPal sends. */
@Command(
    name = "paypal",
    description = "Looks at what PayPal sends.",
    mixinStandardHelpOptions = true,
    subcommands = PayPalVerifyCommand.class)
final class PayPalCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? one of those below");
  }
}
