package com.truevault.device;

import com.truevault.device.DeviceStore.Naming;
import com.truevault.wireguard.TunnelName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names a user's devices have, and free ones beside them. */
final class DeviceNames {
  private final Set<String> names;
  private final Set<TunnelName> tunnels;

  DeviceNames(List<Naming> taken) {
    names = taken.stream().map(naming -> folded(naming.name())).collect(Collectors.toSet());
    tunnels = taken.stream().map(Naming::tunnel).collect(Collectors.toSet());
  }

  /** The wanted name, with the smallest free number behind it if it is taken. */
  String free(String wanted) {
    String name = wanted;
    for (int number = 2; names.contains(folded(name)); number++) {
      String suffix = " " + number;
      int kept =
          wanted.offsetByCodePoints(
              0,
              Math.min(
                  wanted.codePointCount(0, wanted.length()), NewDevice.MAX_NAME - suffix.length()));
      name = wanted.substring(0, kept).stripTrailing() + suffix;
    }
    return name;
  }

  TunnelName freeTunnel(String name) {
    return TunnelName.from(name, tunnels);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
