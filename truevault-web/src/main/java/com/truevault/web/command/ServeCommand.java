package com.truevault.web.command;

import com.truevault.user.PasswordHasher.Cost;
import com.truevault.web.config.ConfigKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import com.truevault.web.host.Composition;
import com.truevault.web.host.ConfigModule;
import com.truevault.web.host.Edition;
import com.truevault.web.host.HealthModule;
import com.truevault.web.host.Host;
import com.truevault.web.host.HttpModule;
import com.truevault.web.host.MailModule;
import com.truevault.web.host.PaymentModule;
import com.truevault.web.host.SiteModule;
import com.truevault.web.host.StorageModule;
import com.truevault.web.host.VaultModule;
import com.truevault.web.host.WebhookModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs an installation for business. */
@Command(
    name = "serve",
    description = "Runs the site on a data folder, which is made if it is not there.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @ParentCommand private @Nullable TrueVaultCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where to listen instead of web.port; 0 picks a free port.")
  private @Nullable Integer port;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> environment = parent == null ? Map.of() : parent.environment();
    Map<ConfigKey, String> options =
        port == null ? Map.of() : Map.of(ConfigKey.WEB_PORT, port.toString());
    WebConfig config = ConfigReader.read(data, environment, options);
    Host host = compose(config);
    host.start();
    tell(spec.commandLine().getOut(), host);
    Until.ended(host::close);
    return 0;
  }

  private static Host compose(WebConfig config) {
    return Composition.of(
            new ConfigModule(config, Keys.load(config, new SecureRandom()), InstantSource.system()),
            new StorageModule(),
            new PaymentModule(),
            new WebhookModule(),
            new MailModule(),
            new VaultModule(Cost.STANDARD),
            new HealthModule(),
            new SiteModule(Edition.PRODUCTION),
            new HttpModule())
        .getInstance(Host.class);
  }

  private void tell(PrintWriter out, Host host) {
    out.println("TrueVault is running at " + host.address().text());
    if (host.vault().users().count() == 0) {
      out.println("Nobody can administer it yet. Stop it and run:");
      out.println("  truevault admin create --data " + data + " --email you@example.com");
    }
  }
}
