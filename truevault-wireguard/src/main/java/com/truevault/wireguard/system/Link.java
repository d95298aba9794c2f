package com.truevault.wireguard.system;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A network interface as {@code ip} shows it.
 *
 * @param up whether it was brought up
 * @param mtu in bytes
 * @param addresses without those that IPv6 makes by itself
 */
public record Link(String name, boolean up, int mtu, Set<Cidr> addresses) {
  private static final Pattern STATE = Pattern.compile("<(?<flags>[A-Z0-9_,-]*)> mtu (?<mtu>\\d+)");
  private static final Pattern ADDRESS = Pattern.compile(" inet6? (\\S+/\\d++)(?! .*scope link)");

  /** Copies the addresses. */
  public Link {
    addresses = Set.copyOf(addresses);
  }

  /** Looks at an interface; null if there is none of that name. */
  public static @Nullable Link find(Program program, String name) {
    Result link = program.run(List.of("ip", "-o", "link", "show", "dev", name), "");
    Matcher state = STATE.matcher(link.output());
    if (!link.isFine() || !state.find()) {
      return null;
    }
    Result addresses = program.run(List.of("ip", "-o", "address", "show", "dev", name), "");
    return new Link(
        name,
        List.of(state.group("flags").split(",", -1)).contains("UP"),
        Integer.parseInt(state.group("mtu")),
        addresses(addresses.output()));
  }

  private static Set<Cidr> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(found -> Cidr.of(found.group(1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
