package com.truevault.wireguard.setup;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The firewall's rules: one table of their own. */
record RulesStep(Machine machine, Manifest manifest, Template template) implements Step {
  private static final Undo REMOVAL = Undo.run("nft", "delete", "table", "inet", "truevault");

  @Override
  public String title() {
    return "rules";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    boolean isThere = machine.ask("nft", "list", "table", "inet", "truevault").isFine();
    if (isThere && !manifest.contains(REMOVAL)) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "setup-table-taken",
          "nftables has a table inet truevault that setup did not make; look at it with `nft list table inet truevault`, then remove it with `nft delete table inet truevault`");
    }
    Path file = machine.layout().rules();
    String text = template.fill("truevault.nft");
    boolean isWritten = machine.says(file, text);
    List<Deed> deeds = new ArrayList<>();
    if (!isWritten) {
      deeds.add(new WriteFile(machine, file, text, Access.READABLE, manifest.owns(file)));
    }
    if (!isWritten || !isThere) {
      deeds.add(new Run(machine, List.of("nft", "-f", file.toString()), REMOVAL));
    }
    return deeds;
  }
}
