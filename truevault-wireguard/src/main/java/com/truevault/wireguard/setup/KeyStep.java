package com.truevault.wireguard.setup;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tunnel's private key: made once, replaced never, since customers' files name its other half.
 */
record KeyStep(Machine machine, SetupOptions options) implements Step {
  @Override
  public String title() {
    return "private key";
  }

  @Override
  public List<Deed> deeds() throws IOException {
    Path file = machine.layout().key();
    String name = options.networkInterface();
    String inUse = publicKeyInUse();
    if (!Files.exists(file)) {
      List<String> source =
          inUse == null ? List.of("wg", "genkey") : List.of("wg", "show", name, "private-key");
      return List.of(new MakeKey(machine, file, source));
    }
    String kept = publicKey();
    if (inUse != null && !inUse.equals(kept)) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "setup-key-differs",
          "%s uses the key %s, but %s holds that of %s; no key is ever replaced: move the file away, or run `wg set %s private-key %s`"
              .formatted(name, inUse, file, kept, name, file));
    }
    return machine.isOpen(file, Access.SHARED_FILE)
        ? List.of()
        : List.of(new SetAccess(machine, file, Access.SHARED_FILE));
  }

  /** The other half of the key in the file; null if there is none yet. */
  @Nullable String publicKey() throws IOException {
    Path file = machine.layout().key();
    return Files.exists(file)
        ? machine.program().run(List.of("wg", "pubkey"), Files.readString(file)).output().strip()
        : null;
  }

  private @Nullable String publicKeyInUse() {
    String key =
        machine.ask("wg", "show", options.networkInterface(), "public-key").output().strip();
    return key.isEmpty() || key.equals("(none)") ? null : key;
  }
}
