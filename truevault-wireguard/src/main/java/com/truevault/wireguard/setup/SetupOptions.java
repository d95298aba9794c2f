package com.truevault.wireguard.setup;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Cidr;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an operator chooses for a VPN server.
 *
 * @param networkInterface the tunnel's name, 1 to 15 characters
 * @param port 1 to 65535, where it listens
 * @param mtu 1280 to 1500
 * @param addresses the tunnel's own, with their networks; at least one
 * @param uplinks through which peers reach the world; empty takes those of the default routes
 * @param joinsPeers whether peers may reach each other
 * @param program the {@code truevault} that the unit starts, absolute
 */
public record SetupOptions(
    String networkInterface,
    int port,
    int mtu,
    List<Cidr> addresses,
    List<String> uplinks,
    boolean joinsPeers,
    Path program) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}");

  /**
   * Checks what scripts and rules are made of.
   *
   * @throws TrueVaultException INVALID, naming the option
   */
  public SetupOptions {
    addresses = List.copyOf(addresses);
    uplinks = List.copyOf(uplinks);
    name("--interface", networkInterface);
    uplinks.forEach(uplink -> name("--uplink", uplink));
    range("--port", port, 1, 65535);
    range("--mtu", mtu, 1280, 1500);
    if (addresses.isEmpty()) {
      throw invalid("--address must be given at least once, such as 10.8.0.1/14");
    }
    if (!program.isAbsolute() || !program.toString().matches("[\\w/.+@-]+")) {
      throw invalid("--program must be an absolute path without spaces: " + program);
    }
  }

  private static void name(String option, String name) {
    if (!NAME.matcher(name).matches()) {
      throw invalid(option + " must be 1 to 15 letters, digits, _ . or -, such as wg0: " + name);
    }
  }

  private static void range(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw invalid(option + " must be " + least + " to " + most + ": " + value);
    }
  }

  private static TrueVaultException invalid(String message) {
    return new TrueVaultException(ErrorKind.INVALID, "setup-option-invalid", message);
  }
}
