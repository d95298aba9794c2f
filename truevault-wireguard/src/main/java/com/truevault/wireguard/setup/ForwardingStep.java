package com.truevault.wireguard.setup;

import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets the kernel pass packets on. */
record ForwardingStep(Machine machine, Manifest manifest, List<String> uplinks) implements Step {
  /** What changes along when forwarding is turned on or off. */
  private static final String ALONG = "^net\\.ipv[46]\\.conf\\..*\\.(forwarding|accept_redirects)$";

  @Override
  public String title() {
    return "forwarding";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    Layout layout = machine.layout();
    Map<String, String> wanted = wanted();
    List<Deed> deeds = new ArrayList<>();
    String text = text(wanted);
    if (!machine.says(layout.sysctl(), text)) {
      boolean isOurs = manifest.owns(layout.sysctl());
      deeds.add(new WriteFile(machine, layout.sysctl(), text, Access.READABLE, isOurs));
    }
    List<Undo> undoing = undoing(wanted);
    if (!undoing.isEmpty()) {
      deeds.add(new Run(machine, List.of("sysctl", "-p", layout.sysctl().toString()), undoing));
    }
    return deeds;
  }

  /** By name, those that this kernel knows. */
  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("net.ipv4.ip_forward", "1");
    wanted.put("net.ipv6.conf.all.forwarding", "1");
    // A host that forwards ignores router advertisements, and would lose its own way out.
    if (machine.ask("ip", "-6", "route", "show", "default").output().contains("proto ra")) {
      for (String uplink : uplinks) {
        wanted.put("net.ipv6.conf." + uplink.replace('.', '/') + ".accept_ra", "2");
      }
    }
    wanted.keySet().removeIf(name -> !machine.ask("sysctl", "-n", name).isFine());
    return wanted;
  }

  private List<Undo> undoing(Map<String, String> wanted) {
    List<Undo> undoing = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          String now = machine.ask("sysctl", "-n", name).output().strip();
          if (!now.equals(value)) {
            undoing.add(Undo.run("sysctl", "-w", name + "=" + now));
          }
        });
    if (!undoing.isEmpty()) {
      undoing.add(0, along());
    }
    return undoing;
  }

  private Undo along() {
    Result now = machine.ask("sysctl", "-a", "--pattern", ALONG);
    List<String> command = new ArrayList<>(List.of("sysctl", "-e", "-q", "-w"));
    now.output().lines().map(line -> line.replace(" = ", "=")).forEach(command::add);
    return new Undo(Undo.Kind.RUN, command);
  }

  private static String text(Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
        .collect(
            Collectors.joining(
                "", "# Written by `truevault agent setup`: a VPN server forwards.\n", ""));
  }
}
