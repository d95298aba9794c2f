package com.truevault.wireguard.setup;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Uplinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a machine ready to be a VPN server. Doing it twice does no more than doing it once. Not for
 * use by several threads or processes at once.
 */
public final class Setup {
  private final Machine machine;
  private final Manifest manifest;
  private final Consumer<String> out;

  /**
   * Sets up the machine whose files lie there and on which these programs run.
   *
   * @param out takes what is told, line by line
   */
  public Setup(Layout layout, Program program, Consumer<String> out) {
    this.machine = new Machine(layout, program);
    this.manifest = new Manifest(machine);
    this.out = out;
  }

  /** Tells what would be written and run, and changes nothing. */
  public void rehearse(SetupOptions options) {
    go(options, true);
    out.accept("Nothing was changed. Run it again without --dry-run.");
  }

  /**
   * Does what is missing, telling each deed before it is done.
   *
   * @return the tunnel's public key, for the panel
   * @throws TrueVaultException if something stands against it, or a program failed; the message
   *     says how to take back what was done before
   */
  public String perform(SetupOptions options) {
    KeyStep key = go(options, false);
    try {
      @Nullable String made = key.publicKey();
      return made == null ? "" : made;
    } catch (IOException e) {
      throw new UncheckedIOException("private key cannot be read", e);
    }
  }

  private KeyStep go(SetupOptions options, boolean isRehearsal) {
    Requirements.check(machine.program());
    List<String> uplinks = uplinks(options);
    Template template = new Template(machine.layout(), options, uplinks);
    KeyStep key = new KeyStep(machine, options);
    List<Step> steps =
        List.of(
            new UserStep(machine),
            new FoldersStep(machine),
            key,
            new ForwardingStep(machine, manifest, uplinks),
            new InterfaceStep(machine, options, manifest, template),
            new RulesStep(machine, manifest, template),
            new UnitsStep(machine, manifest, template));
    for (Step step : steps) {
      go(step, isRehearsal);
    }
    return key;
  }

  private void go(Step step, boolean isRehearsal) {
    try {
      List<Deed> deeds = step.deeds();
      out.accept(step.title() + (deeds.isEmpty() ? ": as it should be" : ""));
      for (Deed deed : deeds) {
        deed.text().lines().map(line -> "  " + line).forEach(out);
        if (!isRehearsal) {
          // Written down before, so that a crash in between leaves nothing that nobody knows of.
          manifest.add(deed.undoing());
          deed.perform();
        }
      }
    } catch (IOException e) {
      throw stopped(step, e.toString(), ErrorKind.UNAVAILABLE, e);
    } catch (TrueVaultException e) {
      throw stopped(step, e.getMessage(), e.kind(), e);
    }
  }

  private static TrueVaultException stopped(
      Step step, String reason, ErrorKind kind, Exception cause) {
    return new TrueVaultException(
        kind,
        "setup-stopped",
        "setup stopped at the %s: %s. What is listed above was done; go on by running it again, or take it back with `truevault agent setup --undo`"
            .formatted(step.title(), reason),
        cause);
  }

  private List<String> uplinks(SetupOptions options) {
    List<String> uplinks =
        options.uplinks().isEmpty() ? Uplinks.find(machine.program()) : options.uplinks();
    if (uplinks.isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "setup-uplink-unknown",
          "there is no default route, so the way out is unknown; name it with --uplink, such as --uplink eth0");
    }
    return uplinks;
  }
}
