package com.truevault.web.command;

import com.truevault.TrueVault;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Registration;
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
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Adds an administrator to a data folder that no host uses. */
@Command(
    name = "create",
    description = "Adds an administrator while the host is stopped; asks for the password.",
    mixinStandardHelpOptions = true)
final class AdminCreateCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AdminCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("");

  @Option(
      names = "--email",
      required = true,
      paramLabel = "E",
      description = "The e-mail address to sign in with.")
  private String email = "";

  @Option(names = "--first-name", paramLabel = "NAME", description = "May be left out.")
  private String firstName = "";

  @Option(names = "--last-name", paramLabel = "NAME", description = "May be left out.")
  private String lastName = "";

  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of the input instead of asking.")
  private boolean fromInput;

  @Override
  public Integer call() throws IOException {
    Registration registration = Registration.of(email, password(), firstName, lastName);
    Map<String, String> environment = parent == null ? Map.of() : parent.environment();
    WebConfig config = ConfigReader.read(data, environment, Map.of());
    try (TrueVault vault = compose(config)) {
      vault.users().registerAdministrator(registration);
    }
    spec.commandLine().getOut().println(registration.email() + " is an administrator now");
    return 0;
  }

  private static TrueVault compose(WebConfig config) {
    return Composition.of(
            new ConfigModule(config, Keys.load(config, new SecureRandom()), InstantSource.system()),
            new StorageModule(),
            new PaymentModule(),
            new MailModule(),
            new OfflineModule(),
            new VaultModule(Cost.STANDARD))
        .getInstance(TrueVault.class);
  }

  @SuppressWarnings("SystemConsoleNull") // Newer JDKs read what is piped in, which is as good.
  private String password() throws IOException {
    if (fromInput) {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = input.readLine();
      return line == null ? "" : line;
    }
    Console console = System.console();
    if (console == null) {
      throw new ParameterException(
          spec.commandLine(), "nobody can be asked for a password here; use --password-stdin");
    }
    String first = new String(console.readPassword("Password: "));
    if (!first.equals(new String(console.readPassword("Once more: ")))) {
      throw new ParameterException(spec.commandLine(), "the two passwords differ; try again");
    }
    return first;
  }
}
