package com.truevault.web.command;

import com.google.inject.Injector;
import com.truevault.TrueVault;
import com.truevault.paypal.PayPalClient;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Signs in to PayPal and says what the app may do. */
@Command(
    name = "test",
    description = "Signs in to PayPal with the credentials that are set; the host is stopped.",
    mixinStandardHelpOptions = true)
final class AdminPayPalTestCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AdminPayPalCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("");

  @Override
  public Integer call() {
    AdminPayPalCommand command = parent == null ? new AdminPayPalCommand() : parent;
    Injector parts = command.open(data);
    TrueVault vault = parts.getInstance(TrueVault.class);
    try {
      tell(parts.getInstance(PayPalClient.class));
    } finally {
      vault.close();
    }
    return 0;
  }

  private void tell(PayPalClient client) {
    PrintWriter out = spec.commandLine().getOut();
    PayPalClient.Grant grant = client.signIn();
    out.println("signed in to PayPal in " + client.account().environment().mode() + " mode");
    out.println("  app: " + grant.app());
    grant.missing().forEach(what -> out.println("  the app may not use: " + what));
  }
}
