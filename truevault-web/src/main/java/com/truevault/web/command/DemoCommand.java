package com.truevault.web.command;

import com.truevault.web.config.ConfigKey;
import com.truevault.web.config.ConfigReader;
import com.truevault.web.config.WebConfig;
import com.truevault.web.demo.Demo;
import com.truevault.web.demo.DemoJson;
import com.truevault.web.demo.tunnel.DemoTunnel;
import com.truevault.web.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole site with sample data. */
@Command(
    name = "demo",
    description = {
      "Runs the whole site with sample users, servers, payments and a mailbox.",
      "Nothing leaves this machine: the environment and web.* keys count for nothing here."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen; 0 picks a free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to keep the sample data; a fresh folder if left out.")
  private @Nullable Path data;

  @Option(names = "--json", description = "Print one line of JSON once it answers, nothing else.")
  private boolean json;

  @Option(
      names = "--with-tunnel",
      description = {
        "Also bring up a VPN server that works, in namespaces of this machine; its datagrams stay",
        "on loopback. Needs root and WireGuard."
      })
  private boolean isWithTunnel;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (isWithTunnel) {
      DemoTunnel.demand();
    }
    Path folder = data == null ? Files.createTempDirectory("truevault-demo-") : data;
    Demo demo = Demo.start(config(folder, port));
    DemoTunnel tunnel = isWithTunnel ? tunnel(demo, folder) : null;
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(demo.json()));
    } else {
      tell(out, demo.json(), folder);
      if (tunnel != null) {
        out.println();
        tunnel.instructions().forEach(out::println);
      }
    }
    Until.ended(() -> stop(demo, tunnel));
    return 0;
  }

  private static DemoTunnel tunnel(Demo demo, Path folder) {
    try {
      return DemoTunnel.start(demo.host().vault(), demo.json().url(), folder);
    } catch (RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private static void stop(Demo demo, @Nullable DemoTunnel tunnel) {
    try (demo) {
      if (tunnel != null) {
        tunnel.close();
      }
    }
  }

  /** Everybody may read a demo's mailbox, so no file can make it listen to other machines. */
  private static WebConfig config(Path folder, int port) {
    Map<ConfigKey, String> fixed = new EnumMap<>(ConfigKey.class);
    for (ConfigKey key : ConfigKey.values()) {
      if (key.key().startsWith("web.")) {
        fixed.put(key, key.standard());
      }
    }
    fixed.put(ConfigKey.WEB_PORT, Integer.toString(port));
    return ConfigReader.read(folder, Map.of(), fixed);
  }

  private static void tell(PrintWriter out, DemoJson demo, Path folder) {
    out.println("TrueVault is running at " + demo.url());
    out.println();
    out.println("  who        e-mail              password");
    out.println("  operator   " + column(demo.adminEmail()) + demo.adminPassword());
    out.println("  customer   " + column(demo.customerEmail()) + demo.customerPassword());
    out.println("  VIP        " + column(demo.vipEmail()) + demo.vipPassword());
    out.println();
    out.println("Mails that would be sent: " + demo.url() + "/demo/mail");
    out.println("Data: " + folder.toAbsolutePath());
    out.println("Stop with Ctrl-C.");
  }

  private static String column(String text) {
    return String.format("%-20s", text);
  }
}
