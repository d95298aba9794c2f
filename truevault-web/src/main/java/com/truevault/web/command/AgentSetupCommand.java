package com.truevault.web.command;

import com.truevault.wireguard.setup.Layout;
import com.truevault.wireguard.setup.Removal;
import com.truevault.wireguard.setup.Setup;
import com.truevault.wireguard.setup.SetupOptions;
import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Program;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a machine ready to be a VPN server, or takes that back. */
@Command(
    name = "setup",
    description = {
      "Makes this machine ready to be a VPN server; --undo takes that back.",
      "User, folders, key, interface, forwarding, firewall rules and units of systemd:",
      "tells every step, does nothing twice, needs root."
    },
    mixinStandardHelpOptions = true)
final class AgentSetupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      defaultValue = "wg0",
      description = "The tunnel. Default: ${DEFAULT-VALUE}.")
  private String networkInterface = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "51820",
      description = "Where it listens, UDP. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--mtu",
      paramLabel = "BYTES",
      defaultValue = "1420",
      description = "Default: ${DEFAULT-VALUE}; 80 less than the uplink's fits always.")
  private int mtu;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "10.8.0.1/14",
      description = {
        "The tunnel's own, with its network; may be repeated. Default: ${DEFAULT-VALUE}.",
        "The agent adds those that the panel lists."
      })
  private List<String> addresses = List.of();

  @Option(
      names = "--uplink",
      paramLabel = "NAME",
      description = "The way out; may be repeated. Default: that of the default routes.")
  private List<String> uplinks = List.of();

  @Option(names = "--join-peers", description = "Let peers reach each other through the tunnel.")
  private boolean joinsPeers;

  @Option(
      names = "--program",
      paramLabel = "FILE",
      defaultValue = "${sys:truevault.program:-/opt/truevault/truevault}",
      description = "What the unit starts. Default: the program that runs now.")
  private Path program = Path.of("");

  @Option(names = "--dry-run", description = "Tell what would be done, and change nothing.")
  private boolean isRehearsal;

  @Option(names = "--undo", description = "Take back what setup made, and nothing else.")
  private boolean isUndo;

  @Option(
      names = "--purge",
      description = "With --undo: the private key and the agent's files go too.")
  private boolean isPurge;

  @Override
  public Integer call() {
    if (isPurge && !isUndo) {
      throw new ParameterException(spec.commandLine(), "--purge goes with --undo only");
    }
    PrintWriter out = spec.commandLine().getOut();
    Layout layout = Layout.ofThisMachine();
    Program programs = new Program(List.of(), Duration.ofSeconds(60));
    return isUndo
        ? undo(new Removal(layout, programs, out::println), out)
        : setUp(new Setup(layout, programs, out::println), out);
  }

  private int setUp(Setup setup, PrintWriter out) {
    SetupOptions options =
        new SetupOptions(
            networkInterface,
            port,
            mtu,
            addresses.stream().map(Cidr::of).toList(),
            uplinks,
            joinsPeers,
            program);
    if (isRehearsal) {
      setup.rehearse(options);
      return 0;
    }
    String key = setup.perform(options);
    out.println();
    out.println("Public key of this server: " + key);
    out.println("Next: add the server to the panel with this key and UDP port " + port + ", run");
    out.println("  ./truevault admin server enrol KEY --data DIR");
    out.println("on the panel's machine, and here");
    out.println(
        "  %s agent enrol --panel URL --token TOKEN --interface %s"
            .formatted(program, networkInterface));
    out.println("  systemctl enable --now truevault-interface truevault-agent");
    return 0;
  }

  private int undo(Removal removal, PrintWriter out) {
    if (isRehearsal) {
      removal.rehearse();
      return 0;
    }
    boolean isDone = removal.perform(isPurge);
    out.println(isDone ? "undone" : "not all could be undone; mend what failed and run it again");
    return isDone ? 0 : 1;
  }
}
