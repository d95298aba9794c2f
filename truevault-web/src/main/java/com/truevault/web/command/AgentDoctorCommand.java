package com.truevault.web.command;

import com.truevault.wireguard.agent.AgentOption;
import com.truevault.wireguard.agent.AgentOptions;
import com.truevault.wireguard.doctor.AgentDoctor;
import com.truevault.wireguard.doctor.Finding;
import com.truevault.wireguard.doctor.MachineFacts;
import com.truevault.wireguard.doctor.PanelDoor;
import com.truevault.wireguard.setup.Layout;
import com.truevault.wireguard.system.Program;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Names what is wrong with a VPN server. */
@Command(
    name = "doctor",
    description = {
      "Names what is wrong with this VPN server and how to mend it; changes nothing.",
      "Needs root to see rules and keys. Exit code 1 if something is wrong."
    },
    mixinStandardHelpOptions = true)
final class AgentDoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private AgentSettings settings = new AgentSettings();

  @Option(
      names = "--interface",
      paramLabel = "NAME",
      description = "The tunnel, if it is another one than the agent's.")
  private @Nullable String name;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = AgentDoctor.examine(facts());
    findings.forEach(finding -> tell(out, finding));
    out.println(findings.isEmpty() ? "healthy" : "not healthy; see above");
    return findings.isEmpty() ? 0 : 1;
  }

  /** A server that was not enrolled yet has no options, and much that can be wrong. */
  private MachineFacts facts() {
    Layout layout = Layout.ofThisMachine();
    AgentOptions options = Files.exists(settings.config()) ? settings.options() : null;
    String usual =
        options == null ? AgentOption.INTERFACE_NAME.standard() : options.interfaceName();
    return new MachineFacts(
        name == null ? usual : name,
        layout,
        options == null ? new Program(List.of(), Duration.ofSeconds(30)) : options.program(),
        new PanelDoor(
            options == null ? null : options.panel(),
            layout.state().resolve("credential"),
            settings.clocks().wall()));
  }

  private static void tell(PrintWriter out, Finding finding) {
    out.println(finding.name());
    out.println("  found     " + finding.found());
    out.println("  expected  " + finding.expected());
    out.println("  fix       " + finding.fix());
  }
}
