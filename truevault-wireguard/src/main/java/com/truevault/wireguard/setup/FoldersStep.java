package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders of the agent. */
record FoldersStep(Machine machine) implements Step {
  @Override
  public String title() {
    return "folders";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    Layout layout = machine.layout();
    List<Deed> deeds = new ArrayList<>();
    folder(layout.configuration(), Access.SHARED_FOLDER, deeds);
    folder(layout.state(), Access.AGENT_FOLDER, deeds);
    return deeds;
  }

  private void folder(Path path, Access access, List<Deed> deeds) throws IOException {
    if (!Files.exists(path)) {
      deeds.add(new MakeFolder(machine, path, access));
    } else if (!machine.isOpen(path, access)) {
      deeds.add(new SetAccess(machine, path, access));
    }
  }
}
