package com.truevault.web.command;

import com.google.inject.Injector;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import com.truevault.web.host.Composition;
import com.truevault.web.host.ConfigModule;
import com.truevault.web.host.MailModule;
import com.truevault.web.host.OfflineModule;
import com.truevault.web.host.PaymentModule;
import com.truevault.web.host.StorageModule;
import com.truevault.web.host.VaultModule;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Commands about PayPal. */
@Command(
    name = "paypal",
    description = "Sets PayPal up, or tries whether it can be reached.",
    mixinStandardHelpOptions = true,
    subcommands = {AdminPayPalSetupCommand.class, AdminPayPalTestCommand.class})
final class AdminPayPalCommand implements Runnable {
  @ParentCommand private @Nullable AdminCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? one of those below");
  }

  /** The parts of an installation that no host uses. */
  Injector open(Path data) {
    DoctorCommand.requireInstallation(data);
    Map<String, String> environment = parent == null ? Map.of() : parent.environment();
    WebConfig config = ConfigReader.read(data, environment, Map.of());
    return Composition.of(
        new ConfigModule(config, Keys.load(config, new SecureRandom()), InstantSource.system()),
        new StorageModule(),
        new PaymentModule(),
        new MailModule(),
        new OfflineModule(),
        new VaultModule(Cost.STANDARD));
  }
}
