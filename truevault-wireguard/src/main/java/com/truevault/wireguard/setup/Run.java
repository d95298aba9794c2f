package com.truevault.wireguard.setup;

import java.util.List;

/** Runs a program. */
record Run(Machine machine, List<String> command, List<Undo> undoing) implements Deed {
  Run(Machine machine, List<String> command, Undo... undoing) {
    this(machine, command, List.of(undoing));
  }

  @Override
  public String text() {
    return "run: " + String.join(" ", command);
  }

  @Override
  public void perform() {
    machine.run(command);
  }
}
