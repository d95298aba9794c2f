package com.truevault.web.command;

import com.truevault.agent.EnrolmentTokens;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.server.ServerKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a token for the agent of a server. It reads the key alone, so a host may be running. */
@Command(
    name = "enrol",
    description = "Makes a token by which the agent of a server joins; the host may be running.",
    mixinStandardHelpOptions = true)
final class AdminServerEnrolCommand implements Callable<Integer> {
  @ParentCommand private @Nullable AdminServerCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "KEY", description = "The key of the server, such as new_york.")
  private String key = "";

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path data = Path.of("");

  @Override
  public Integer call() {
    ServerKey server = new ServerKey(key);
    DoctorCommand.requireInstallation(data);
    Map<String, String> environment = parent == null ? Map.of() : parent.environment();
    WebConfig config = ConfigReader.read(data, environment, Map.of());
    SecureRandom source = new SecureRandom();
    RandomIds random = new RandomIds(source);
    SecretBox box = new SecretBox(Keys.load(config, source).master(), random);
    tell(config, new EnrolmentTokens(box, random, InstantSource.system()).mint(server));
    return 0;
  }

  private void tell(WebConfig config, EnrolmentTokens.Minted minted) {
    URI own = URI.create("http://" + config.web().host() + ":" + config.web().port());
    URI panel = Objects.requireNonNullElse(config.web().baseUrl(), own);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Token for the agent of "
            + minted.server()
            + ", for one use until "
            + minted.expiresAt()
            + ":");
    out.println("  " + minted.token());
    out.println("On that server, as root:");
    out.println("  truevault agent enrol --panel " + panel + " --token " + minted.token());
  }
}
