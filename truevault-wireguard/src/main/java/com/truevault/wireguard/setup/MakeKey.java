package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Keeps the private key that a program prints; it is never shown. */
record MakeKey(Machine machine, Path path, List<String> command) implements Deed {
  @Override
  public String text() {
    return "write the output of `%s` to %s (%s)"
        .formatted(String.join(" ", command), path, Access.SHARED_FILE);
  }

  @Override
  public List<Undo> undoing() {
    return List.of(Undo.of(Undo.Kind.KEY, path));
  }

  @Override
  public void perform() throws IOException {
    machine.write(path, machine.run(command).output(), Access.SHARED_FILE);
  }
}
