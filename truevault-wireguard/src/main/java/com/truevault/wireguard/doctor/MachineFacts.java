package com.truevault.wireguard.doctor;

import com.truevault.peer.PeerList;
import com.truevault.wireguard.setup.BootScript;
import com.truevault.wireguard.setup.Layout;
import com.truevault.wireguard.system.Link;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import com.truevault.wireguard.system.Uplinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts of a machine. */
public final class MachineFacts implements Facts {
  private static final String UNIT = "truevault-agent.service";
  private static final Pattern CAPABILITIES = Pattern.compile("CapEff:\\s*([0-9a-f]{16})");

  private final String tunnelName;
  private final Layout layout;
  private final Program program;
  private final @Nullable PeerList list;
  private final PanelVisit panel;

  /** Looks at a machine; the panel is visited here and now. */
  public MachineFacts(String tunnelName, Layout layout, Program program, PanelDoor door) {
    this.tunnelName = tunnelName;
    this.layout = layout;
    this.program = program;
    this.list = LastList.read(layout.state().resolve("peers.list"));
    this.panel = door.visit(list == null ? null : list.version());
  }

  @Override
  public String tunnelName() {
    return tunnelName;
  }

  @Override
  public @Nullable Link tunnel() {
    return Link.find(program, tunnelName);
  }

  @Override
  public @Nullable String publicKey() {
    String key = ask("wg", "show", tunnelName, "public-key");
    return key.isEmpty() || key.equals("(none)") ? null : key;
  }

  @Override
  public int port() {
    String port = ask("wg", "show", tunnelName, "listen-port");
    return port.matches("\\d+") ? Integer.parseInt(port) : 0;
  }

  @Override
  public Expectation expectation() {
    if (list != null) {
      return Expectation.of(list.plan());
    }
    try {
      BootScript script = BootScript.read(layout.script());
      return new Expectation(null, script.port(), script.addresses());
    } catch (IOException e) {
      return new Expectation(null, 0, List.of());
    }
  }

  @Override
  public @Nullable PeerList list() {
    return list;
  }

  @Override
  public List<Link> uplinks() {
    return Uplinks.find(program).stream()
        .map(name -> Link.find(program, name))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Override
  public String sysctl(String name) {
    return ask("sysctl", "-n", name);
  }

  @Override
  public @Nullable Ruleset rules() {
    Result rules = program.run(List.of("nft", "list", "ruleset"), "");
    return rules.isFine() ? new Ruleset(rules.output()) : null;
  }

  @Override
  public List<FileFact> files() {
    Map<Path, Integer> most = new LinkedHashMap<>();
    most.put(layout.configuration(), 0750);
    most.put(layout.key(), 0640);
    most.put(layout.state(), 0700);
    most.put(layout.state().resolve("credential"), 0600);
    most.put(layout.state().resolve("peers.list"), 0600);
    List<FileFact> files = new ArrayList<>();
    most.forEach(
        (path, mode) -> {
          if (Files.exists(path)) {
            files.add(new FileFact(path.toString(), mode(path), mode));
          }
        });
    return files;
  }

  @Override
  public long freeBytes() {
    try {
      return Files.getFileStore(layout.state()).getUsableSpace();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public @Nullable AgentProcess agent() {
    String pid =
        layout.hasSystemd() ? ask("systemctl", "show", "-p", "MainPID", "--value", UNIT) : "";
    if (!pid.matches("[1-9]\\d*")) {
      return null;
    }
    try {
      Matcher found = CAPABILITIES.matcher(Files.readString(Path.of("/proc", pid, "status")));
      return found.find()
          ? new AgentProcess(Long.parseLong(pid), Long.parseUnsignedLong(found.group(1), 16))
          : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public boolean isAgentEnabled() {
    return layout.hasSystemd() && ask("systemctl", "is-enabled", UNIT).equals("enabled");
  }

  @Override
  public PanelVisit panel() {
    return panel;
  }

  private String ask(String... command) {
    return program.run(List.of(command), "").output().strip();
  }

  private static int mode(Path path) {
    try {
      return (int) Files.getAttribute(path, "unix:mode") & 0777;
    } catch (IOException e) {
      return 0;
    }
  }
}
