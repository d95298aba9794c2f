package com.truevault.wireguard.system;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the interfaces that lead to the world. */
public final class Uplinks {
  private static final Pattern DEVICE =
      Pattern.compile("^default .*?\\bdev (\\S+)", Pattern.MULTILINE);

  private Uplinks() {}

  /** Those of the default routes, IPv4's first; empty if there is no default route. */
  public static List<String> find(Program program) {
    Set<String> names = new LinkedHashSet<>();
    for (String family : List.of("-4", "-6")) {
      String routes = program.run(List.of("ip", family, "route", "show", "default"), "").output();
      DEVICE.matcher(routes).results().forEach(found -> names.add(found.group(1)));
    }
    return List.copyOf(names);
  }
}
