package com.truevault.web.demo.tunnel;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What this machine lacks for a tunnel. */
final class TunnelNeeds {
  private static final Map<List<String>, String> PROGRAMS =
      Map.of(
          List.of("ip", "-V"), "ip (package iproute2)",
          List.of("wg", "--version"), "wg and wg-quick (package wireguard-tools)");

  private final Program program;

  TunnelNeeds(Program program) {
    this.program = program;
  }

  /**
   * Looks, and changes nothing that stays.
   *
   * @throws TrueVaultException naming everything that is missing
   */
  void demand() {
    List<String> missing = new ArrayList<>();
    if (!program.run(List.of("id", "-u"), "").output().strip().equals("0")) {
      missing.add("root, since network namespaces need it");
    }
    PROGRAMS.forEach(
        (command, name) -> {
          if (!program.run(command, "").isFine()) {
            missing.add(name);
          }
        });
    if (missing.isEmpty()) {
      tryOut(missing);
    }
    if (!missing.isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE,
          "tunnel-impossible",
          "no tunnel can be made on this machine; missing: "
              + String.join("; ", missing)
              + ". Without --with-tunnel the demo runs all the same");
    }
  }

  private void tryOut(List<String> missing) {
    String name = "truevault-try-" + ProcessHandle.current().pid();
    Result made = program.run(List.of("ip", "netns", "add", name), "");
    if (!made.isFine()) {
      missing.add("leave to make network namespaces (" + made.reason() + ")");
      return;
    }
    try {
      boolean isInKernel =
          program
              .run(List.of("ip", "-n", name, "link", "add", "try0", "type", "wireguard"), "")
              .isFine();
      if (!isInKernel && !program.run(List.of("wireguard-go", "--version"), "").isFine()) {
        missing.add("WireGuard in the kernel or wireguard-go (package wireguard-go)");
      }
    } finally {
      program.run(List.of("ip", "netns", "delete", name), "");
    }
  }
}
