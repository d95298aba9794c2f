package com.truevault.web.command;

import com.google.inject.Injector;
import com.truevault.TrueVault;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.SetupStep;
import com.truevault.paypal.WebhookSetup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings product, plans and webhook at PayPal in line with this installation. */
@Command(
    name = "setup",
    description = "Shows what is missing at PayPal, and with --yes does it; the host is stopped.",
    mixinStandardHelpOptions = true)
final class AdminPayPalSetupCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AdminPayPalCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("");

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Override
  public Integer call() {
    AdminPayPalCommand command = parent == null ? new AdminPayPalCommand() : parent;
    Injector parts = command.open(data);
    TrueVault vault = parts.getInstance(TrueVault.class);
    try {
      setUp(
          parts.getInstance(PayPalClient.class),
          parts.getInstance(PlanSetup.class),
          parts.getInstance(WebhookSetup.class));
    } finally {
      vault.close();
    }
    return 0;
  }

  private void setUp(PayPalClient client, PlanSetup plans, WebhookSetup webhook) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("PayPal in " + client.account().environment().mode() + " mode");
    List<SetupStep> steps = Stream.of(plans.plan(), webhook.plan()).flatMap(List::stream).toList();
    steps.forEach(step -> out.println("  " + step.text()));
    if (steps.isEmpty()) {
      out.println("everything is in place");
    } else if (yes) {
      plans.apply();
      webhook.apply();
      out.println("done");
    } else {
      out.println("nothing was changed; do it with --yes");
    }
  }
}
