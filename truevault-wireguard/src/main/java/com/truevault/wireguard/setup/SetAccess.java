package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Gives what is there the right owner, group and mode. */
record SetAccess(Machine machine, Path path, Access access) implements Deed {
  @Override
  public String text() {
    return "set access of " + path + " (" + access + ")";
  }

  @Override
  public List<Undo> undoing() throws IOException {
    return List.of(machine.accessNow(path));
  }

  @Override
  public void perform() throws IOException {
    machine.open(path, access);
  }
}
