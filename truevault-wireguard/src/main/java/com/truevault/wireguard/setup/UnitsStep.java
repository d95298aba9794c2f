package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What systemd starts at boot. */
record UnitsStep(Machine machine, Manifest manifest, Template template) implements Step {
  private static final List<String> NAMES =
      List.of("truevault-interface.service", "truevault-agent.service");
  private static final List<String> RELOAD = List.of("systemctl", "daemon-reload");

  @Override
  public String title() {
    return "units";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    List<Deed> deeds = new ArrayList<>();
    for (String name : NAMES) {
      Path file = machine.layout().unit(name);
      String text = template.fill(name);
      if (!machine.says(file, text)) {
        deeds.add(new WriteFile(machine, file, text, Access.READABLE, manifest.owns(file)));
      }
    }
    if (!deeds.isEmpty() && machine.layout().hasSystemd()) {
      Undo disable = Undo.run("systemctl", "disable", "--now", NAMES.get(1), NAMES.get(0));
      deeds.add(new Run(machine, RELOAD, disable));
    }
    return deeds;
  }
}
