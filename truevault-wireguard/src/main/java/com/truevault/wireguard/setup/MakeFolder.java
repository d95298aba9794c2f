package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes a folder. */
record MakeFolder(Machine machine, Path path, Access access) implements Deed {
  @Override
  public String text() {
    return "make folder " + path + " (" + access + ")";
  }

  @Override
  public List<Undo> undoing() {
    return List.of(Undo.of(Undo.Kind.FOLDER, path));
  }

  @Override
  public void perform() throws IOException {
    Files.createDirectories(path);
    machine.open(path, access);
  }
}
