package com.truevault.wireguard.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a machine needs for a lab, tried out rather than believed. */
final class Requirements {
  private static final List<String> PROGRAMS =
      List.of("ip", "wg", "wg-quick", "nft", "bash", "timeout", "setpriv");

  private Requirements() {}

  static Optional<String> missing() {
    for (String program : PROGRAMS) {
      if (!Tools.isInstalled(program)) {
        return Optional.of(program + " is not installed");
      }
    }
    if (!isRoot()) {
      return Optional.of("network namespaces need root");
    }
    String name = "tv" + ProcessHandle.current().pid() + "-try";
    Tools.Outcome made = Tools.attempt("", List.of("ip", "netns", "add", name));
    if (!made.succeeded()) {
      return Optional.of("no network namespace can be made: " + made.output().strip());
    }
    try {
      return missingIn(name);
    } finally {
      Tools.run(List.of("ip", "netns", "delete", name));
    }
  }

  private static Optional<String> missingIn(String namespace) {
    Tools.Outcome veth =
        Tools.attempt(
            "link add name try0 type veth peer name try1\nlink add name try2 type bridge\n",
            List.of("ip", "-n", namespace, "-batch", "-"));
    if (!veth.succeeded()) {
      return Optional.of("no virtual cable or bridge can be made: " + veth.output().strip());
    }
    if (Tools.isInstalled("wireguard-go")) {
      Tools.Outcome tun =
          Tools.attempt(
              "",
              List.of(
                  "ip", "netns", "exec", namespace, "ip", "tuntap", "add", "try3", "mode", "tun"));
      return tun.succeeded()
          ? Optional.empty()
          : Optional.of("no tun device can be made: " + tun.output().strip());
    }
    Tools.Outcome kernel =
        Tools.attempt(
            "", List.of("ip", "-n", namespace, "link", "add", "try4", "type", "wireguard"));
    return kernel.succeeded()
        ? Optional.empty()
        : Optional.of("neither wireguard-go nor the kernel's WireGuard is there");
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
