package com.truevault.wireguard.setup;

import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Link;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tunnel, and the script that brings it up at boot. */
record InterfaceStep(Machine machine, SetupOptions options, Manifest manifest, Template template)
    implements Step {
  @Override
  public String title() {
    return "interface";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    Path script = machine.layout().script();
    String text = template.fill("interface-up");
    List<Deed> deeds = new ArrayList<>();
    if (!machine.says(script, text)) {
      deeds.add(new WriteFile(machine, script, text, Access.RUNNABLE, manifest.owns(script)));
    }
    Undo removal = Undo.run("ip", "link", "delete", "dev", options.networkInterface());
    boolean isOurs = manifest.contains(removal);
    Link link = Link.find(machine.program(), options.networkInterface());
    List<Undo> undoing = link == null ? List.of(removal) : changes(link);
    if (!undoing.isEmpty()) {
      List<Undo> kept = isOurs ? List.of() : undoing;
      deeds.add(new Run(machine, List.of("/bin/sh", script.toString()), kept));
    }
    if (isOurs && link != null) {
      dropEarlier(BootScript.read(script), link, deeds);
    }
    return deeds;
  }

  /** How to take back what the script changes on an interface that is there. */
  private List<Undo> changes(Link link) {
    String name = link.name();
    List<Undo> undoing = new ArrayList<>();
    String port = ask("listen-port");
    if (!port.equals(Integer.toString(options.port()))) {
      undoing.add(Undo.run("wg", "set", name, "listen-port", port.isEmpty() ? "0" : port));
    }
    if (ask("public-key").equals("(none)")) {
      undoing.add(Undo.run("wg", "set", name, "private-key", "/dev/null"));
    }
    if (link.mtu() != options.mtu()) {
      undoing.add(Undo.run("ip", "link", "set", "dev", name, "mtu", "" + link.mtu()));
    }
    for (Cidr address : options.addresses()) {
      if (!link.addresses().contains(address)) {
        undoing.add(Undo.run("ip", "address", "delete", address.toString(), "dev", name));
      }
    }
    if (!link.up()) {
      undoing.add(Undo.run("ip", "link", "set", "dev", name, "down"));
    }
    return undoing;
  }

  /** The agent adds addresses too, so that only those go that the script set before. */
  private void dropEarlier(BootScript script, Link link, List<Deed> deeds) {
    for (Cidr address : script.addresses()) {
      if (link.addresses().contains(address) && !options.addresses().contains(address)) {
        deeds.add(
            new Run(
                machine,
                List.of("ip", "address", "delete", address.toString(), "dev", link.name())));
      }
    }
  }

  private String ask(String what) {
    return machine.ask("wg", "show", options.networkInterface(), what).output().strip();
  }
}
