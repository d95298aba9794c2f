package com.truevault.wireguard.setup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The user without rights that the agent runs as. */
record UserStep(Machine machine) implements Step {
  @Override
  public String title() {
    return "user";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    if (machine.hasUser()) {
      return List.of();
    }
    List<String> add =
        command(
            "useradd",
            "--system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin");
    return List.of(
        new Run(
            machine,
            add,
            // Where users have no groups of their own by custom, userdel leaves the group.
            new Undo(Undo.Kind.RUN, command("groupdel", "")),
            new Undo(Undo.Kind.RUN, command("userdel", ""))));
  }

  private List<String> command(String program, String options) {
    List<String> command = new ArrayList<>(List.of(program));
    if (!machine.layout().isMachine()) {
      command.addAll(List.of("--prefix", machine.layout().root().toString()));
    }
    if (!options.isEmpty()) {
      command.addAll(List.of(options.split(" ", -1)));
    }
    command.add(Layout.USER);
    return command;
  }
}
