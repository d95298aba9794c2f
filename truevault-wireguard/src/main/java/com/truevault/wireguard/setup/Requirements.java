package com.truevault.wireguard.setup;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Program;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The programs without which nothing can be set up. */
final class Requirements {
  /** How each is asked whether it is there, and the package that brings it. */
  private static final Map<List<String>, String> PROGRAMS =
      Map.of(
          List.of("ip", "-V"), "iproute2",
          List.of("wg", "--version"), "wireguard-tools",
          List.of("nft", "--version"), "nftables",
          List.of("sysctl", "--version"), "procps",
          List.of("useradd", "--help"), "passwd");

  private Requirements() {}

  /** Refuses without root, and if any program is missing, naming all that are. */
  static void check(Program program) {
    if (!program.run(List.of("id", "-u"), "").output().strip().equals("0")) {
      throw new TrueVaultException(
          ErrorKind.FORBIDDEN, "setup-needs-root", "setup needs root; run it with sudo");
    }
    Map<String, String> missing = new TreeMap<>();
    PROGRAMS.forEach(
        (command, bringer) -> {
          if (!program.run(command, "").isFine()) {
            missing.put(command.get(0), bringer);
          }
        });
    if (!missing.isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "setup-program-missing",
          "not found: %s; run `apt-get install %s`, or what your system has for it"
              .formatted(String.join(", ", missing.keySet()), String.join(" ", missing.values())));
    }
  }
}
